using System.CommandLine;
using Beian.Definitions;
using Beian.Definitions.Packs;
using Beian.Web.Catalogue;
using Beian.Web.Features.Filings.Moving;

namespace Beian.Web.Hosting.Packs;

/// <summary><c>packs diff</c>: what changed between two versions, and how many drafts and filings each change touches.</summary>
public static class DiffCommand
{
    public static Command Create()
    {
        var (packs, english, data) = (PacksCommand.PacksOption(), PacksCommand.EnglishOption(), CommandLine.DataOption());
        var before = new Argument<string>("before") { Description = "旧：服务@版本，或目录 / before: SERVICE@VERSION or a folder" };
        var after = new Argument<string>("after") { Description = "新：服务@版本，或目录 / after: SERVICE@VERSION or a folder" };
        var command = new Command("diff", "比较两个版本 / compare two versions") { before, after, packs, data, english };
        command.SetAction(
            async (line, stop) =>
            {
                var (output, language) = (line.InvocationConfiguration.Output, PacksCommand.LanguageOf(line.GetValue(english)));
                var folder = line.GetValue(data)!;
                var references = new[] { line.GetValue(before)!, line.GetValue(after)! };
                // Two folders can be compared without any data.
                using var host =
                    Directory.Exists(folder) || Array.Exists(references, r => r.Contains('@', StringComparison.Ordinal))
                        ? await DataAccess.OpenAsync(folder, language, output, stop)
                        : null;
                var found = new List<Pack>();
                foreach (var reference in references)
                    if (await FindAsync(reference, line.GetValue(packs)!, host, language, output, stop) is { } pack)
                        found.Add(pack);
                if (found is not [var old, var now])
                    return 1;
                await TellAsync(old, now, host, language, output, stop);
                return 0;
            }
        );
        return command;
    }

    /// <summary>A published version, or a folder: of one pack, or of that name among the packs.</summary>
    private static async Task<Pack?> FindAsync(
        string reference,
        string packs,
        IHost? host,
        Language language,
        TextWriter output,
        CancellationToken stop
    )
    {
        if (reference.Split('@') is [var service, var text])
            return host is null ? null : await FindPublishedAsync(service, text, host, language, output, stop);
        var folder = File.Exists(Path.Combine(reference, "service.yaml")) ? reference : Path.Combine(packs, reference);
        var reading = PackReader.Read(folder);
        foreach (var fault in reading.Faults)
            await output.WriteLineAsync(Path.Combine(Path.GetFileName(Path.TrimEndingDirectorySeparator(folder)), fault.In(language)));
        return reading.Pack;
    }

    private static async Task<Pack?> FindPublishedAsync(
        string service,
        string text,
        IHost host,
        Language language,
        TextWriter output,
        CancellationToken stop
    )
    {
        await using var scope = host.Services.CreateAsyncScope();
        var published = PackVersion.Parse(text) is { } version
            ? await scope.ServiceProvider.GetRequiredService<Publishing>().FindAsync(service, version, stop)
            : null;
        if (published is null)
            await output.WriteLineAsync(
                new LocalizedText($"没有发布过 {service} {text}。", $"{service} {text} was never published.").In(language)
            );
        return published;
    }

    private static async Task TellAsync(Pack old, Pack now, IHost? host, Language language, TextWriter output, CancellationToken stop)
    {
        var changes = PackDiff.Between(old, now);
        await output.WriteLineAsync($"{old.Code} {old.Version} → {now.Code} {now.Version}");
        if (changes.Count == 0)
        {
            await output.WriteLineAsync(new LocalizedText("没有变化。", "Nothing changed.").In(language));
            return;
        }
        var touched = host is null ? null : await CountAsync(host, old, changes, stop);
        for (var i = 0; i < changes.Count; i++)
            await output.WriteLineAsync($"  {changes[i].Text.In(language)}{(touched is null ? "" : Count(touched[i], language))}");
        await output.WriteLineAsync(
            (
                changes.All(c => c.IsText)
                    ? new LocalizedText("只改了文字：可以作为小版本发布。", "Only texts changed: a minor version may do that.")
                    : new(
                        "不只改了文字：须作为新的主版本发布，已有的备案保持原版本。",
                        "More than texts changed: this needs a new major version; filings that are there keep theirs."
                    )
            ).In(language)
        );
    }

    private static async Task<IReadOnlyList<Touched>> CountAsync(
        IHost host,
        Pack old,
        IReadOnlyList<PackChange> changes,
        CancellationToken stop
    )
    {
        await using var scope = host.Services.CreateAsyncScope();
        return await ActivatorUtilities.CreateInstance<TouchedFilings>(scope.ServiceProvider).CountAsync(old, changes, stop);
    }

    private static string Count(Touched touched, Language language) =>
        new LocalizedText(
            $"（涉及暂存 {touched.Drafts} 份，其他备案 {touched.Filings} 份）",
            $" ({touched.Drafts} drafts, {touched.Filings} other filings)"
        ).In(language);
}
