using System.CommandLine;
using Beian.Definitions;
using Beian.Definitions.Packs;
using Beian.Web.Catalogue;
using Beian.Web.Features.Register;

namespace Beian.Web.Hosting.Packs;

/// <summary><c>packs publish</c>: puts packs into force. All of those named are sound, or none is published.</summary>
public static class PublishCommand
{
    public static Command Create()
    {
        var (packs, english, names) = (PacksCommand.PacksOption(), PacksCommand.EnglishOption(), PacksCommand.ServicesArgument());
        var data = CommandLine.DataOption();
        var command = new Command("publish", "发布定义，运行中的网站几秒后采用 / put packs into force") { packs, data, english, names };
        command.SetAction(
            async (line, stop) =>
            {
                var (folder, output) = (line.GetValue(packs)!, line.InvocationConfiguration.Output);
                var language = PacksCommand.LanguageOf(line.GetValue(english));
                if (ReadAll(folder, line.GetValue(names) ?? [], language, output) is not { } sound)
                    return 1;
                using var host = CommandLine.BuildHost(line.GetValue(data)!);
                await host.Services.MigrateDatabaseAsync(stop);
                var refused = 0;
                foreach (var pack in sound)
                {
                    await using var scope = host.Services.CreateAsyncScope();
                    refused += await PublishAsync(scope.ServiceProvider, pack, language, output, stop) ? 0 : 1;
                }
                return refused == 0 ? 0 : 1;
            }
        );
        return command;
    }

    private static List<Pack>? ReadAll(string folder, string[] names, Language language, TextWriter output)
    {
        if (!Directory.Exists(folder))
        {
            output.WriteLine(new LocalizedText($"没有目录 {folder}。", $"There is no folder {folder}.").In(language));
            return null;
        }
        var packs = new List<Pack>();
        var codes = names.Length > 0 ? names : PacksFolder.CodesIn(folder);
        foreach (var code in codes)
            if (CheckCommand.ReadSound(folder, code, language, output) is { } pack)
                packs.Add(pack);
        if (packs.Count == codes.Count)
            return packs;
        output.WriteLine(new LocalizedText("有问题，没有发布任何定义。", "There are faults; nothing was published.").In(language));
        return null;
    }

    private static async Task<bool> PublishAsync(
        IServiceProvider services,
        Pack pack,
        Language language,
        TextWriter output,
        CancellationToken stop
    )
    {
        var name = $"{pack.Code} {pack.Version}";
        var publication = await services.GetRequiredService<Publishing>().PublishAsync(pack, stop);
        foreach (var reason in publication.Refusals)
            await output.WriteLineAsync(
                new LocalizedText($"{name}：没有发布。{reason.Zh}", $"{name}: not published. {reason.En}").In(language)
            );
        if (publication.Refusals.Count > 0)
            return false;
        await output.WriteLineAsync(
            (
                publication.IsPublished
                    ? new LocalizedText($"{name}：已发布过，没有变化。", $"{name}: published already, nothing changed.")
                    : new LocalizedText($"{name}：已发布。", $"{name}: published.")
            ).In(language)
        );
        // Also where it was published before: what was interrupted then goes on.
        var register = await services.GetRequiredService<Reprojection>().RunAsync(pack.Code, stop);
        if (register.Entries > 0)
            await output.WriteLineAsync(
                new LocalizedText(
                    $"公开查询：重新整理 {register.Entries} 条登记，其中 {register.Changed} 条公开的内容有变化。",
                    $"Register: {register.Entries} entries worked over, {register.Changed} of them show something else now."
                ).In(language)
            );
        return true;
    }
}
