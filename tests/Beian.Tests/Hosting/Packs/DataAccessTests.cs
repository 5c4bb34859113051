using Beian.Definitions;
using Beian.Web.Hosting.Packs;
using Xunit;

namespace Beian.Tests.Hosting.Packs;

public sealed class DataAccessTests
{
    [Fact]
    public async Task Open_FolderThatWasNeverMigrated_SaysWhatToRun()
    {
        var folder = Directory.CreateTempSubdirectory("beian").FullName;
        await using var output = new StringWriter();
        Assert.Null(await DataAccess.OpenAsync(folder, Language.En, output, TestContext.Current.CancellationToken));
        Assert.Contains("run migrate first", output.ToString(), StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);
    }
}
