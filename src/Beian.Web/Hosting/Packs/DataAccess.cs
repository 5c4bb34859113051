using Beian.Definitions;
using Beian.Web.Data;

namespace Beian.Web.Hosting.Packs;

/// <summary>The data folder for commands that look at it or change filings, but are not to upgrade it.</summary>
public static class DataAccess
{
    /// <summary>The program on a data folder that is there and of this release; null where it is not, and why was told.</summary>
    public static async Task<IHost?> OpenAsync(string folder, Language language, TextWriter output, CancellationToken stop)
    {
        if (!Directory.Exists(folder))
        {
            await output.WriteLineAsync(new LocalizedText($"没有目录 {folder}。", $"There is no folder {folder}.").In(language));
            return null;
        }
        var host = CommandLine.BuildHost(folder);
        if (await Migrator.IsDoneAsync(host.Services.GetRequiredService<Database>(), stop))
            return host;
        host.Dispose();
        await output.WriteLineAsync(
            new LocalizedText("数据库不是本版本的，请先运行 migrate。", "The database is not of this release; run migrate first.").In(
                language
            )
        );
        return null;
    }
}
