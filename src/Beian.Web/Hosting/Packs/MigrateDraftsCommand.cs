using System.CommandLine;
using Beian.Definitions;
using Beian.Definitions.Packs;
using Beian.Web.Features.Filings.Moving;

namespace Beian.Web.Hosting.Packs;

/// <summary><c>packs migrate</c>: moves the drafts of a service to a new major version as its pack declares, tries it, or undoes it.</summary>
public static class MigrateDraftsCommand
{
    private const int MostNumbers = 10;

    public static Command Create()
    {
        var (english, data) = (PacksCommand.EnglishOption(), CommandLine.DataOption());
        var service = new Argument<string>("service") { Description = "服务 / the service" };
        var to = new Option<string>("--to") { Description = "新的主版本，例如 2.0 / the new major version" };
        var dry = new Option<bool>("--dry-run") { Description = "只试算，不改动 / count only, change nothing" };
        var undo = new Option<bool>("--undo") { Description = "撤回上一次迁移 / undo the last migration" };
        var command = new Command("migrate", "把暂存的备案移到新版本 / move drafts to a new version")
        {
            service,
            to,
            dry,
            undo,
            data,
            english,
        };
        command.SetAction(
            async (line, stop) =>
            {
                var (output, language) = (line.InvocationConfiguration.Output, PacksCommand.LanguageOf(line.GetValue(english)));
                if (line.GetValue(undo) == (line.GetValue(to) is not null) || line.GetValue(undo) && line.GetValue(dry))
                {
                    await output.WriteLineAsync(
                        new LocalizedText(
                            "请写 --to 版本（可加 --dry-run），或者 --undo。",
                            "Give --to VERSION (and --dry-run), or --undo."
                        ).In(language)
                    );
                    return 1;
                }
                using var host = await DataAccess.OpenAsync(line.GetValue(data)!, language, output, stop);
                if (host is null)
                    return 1;
                await using var scope = host.Services.CreateAsyncScope();
                var moving = ActivatorUtilities.CreateInstance<DraftMoving>(scope.ServiceProvider);
                if (line.GetValue(undo))
                    return await UndoAsync(moving, line.GetValue(service)!, language, output, stop);
                var catalogue = scope.ServiceProvider.GetRequiredService<Catalogue.Catalogue>();
                if (await FindAsync(catalogue, line.GetValue(service)!, line.GetValue(to)!, language, output) is not { } pack)
                    return 1;
                var report = line.GetValue(dry) ? await moving.PlanAsync(pack, stop) : await moving.MoveAsync(pack, stop);
                await TellAsync(pack, report, line.GetValue(dry), language, output);
                return 0;
            }
        );
        return command;
    }

    /// <summary>The newest minor of the major version that is asked for.</summary>
    private static async Task<Pack?> FindAsync(
        Catalogue.Catalogue catalogue,
        string service,
        string to,
        Language language,
        TextWriter output
    )
    {
        var version = PackVersion.Parse(to.Contains('.', StringComparison.Ordinal) ? to : to + ".0");
        var pack = catalogue.VersionsOf(service).FirstOrDefault(p => p.Version.Major == version?.Major);
        if (pack is null)
            await output.WriteLineAsync(
                new LocalizedText($"没有发布过 {service} {to}。", $"{service} {to} was never published.").In(language)
            );
        return pack;
    }

    private static async Task TellAsync(Pack pack, MoveReport report, bool dry, Language language, TextWriter output)
    {
        var (what, whatEn) = dry ? ("试算，没有改动", "counted only, nothing was changed") : ("已迁移", "moved");
        await SayAsync($"{pack.Code} → {pack.Version}（{what}）", $"{pack.Code} → {pack.Version} ({whatEn})");
        await SayAsync(
            $"  暂存 {report.Fates.Count} 份：答案不变 {report.Count(MoveOutcome.Unchanged)}，答案有变化 {report.Count(MoveOutcome.Changed)}，"
                + $"会丢掉答案 {report.Count(MoveOutcome.Loses)}，不能迁移 {report.Count(MoveOutcome.Blocked)}。",
            $"  {report.Fates.Count} drafts: {report.Count(MoveOutcome.Unchanged)} with the same answers, {report.Count(MoveOutcome.Changed)} with changed answers, "
                + $"{report.Count(MoveOutcome.Loses)} that lose an answer, {report.Count(MoveOutcome.Blocked)} that cannot be moved."
        );
        foreach (var lost in report.Fates.SelectMany(f => f.Lost).GroupBy(c => c).OrderBy(g => g.Key, StringComparer.Ordinal))
            await SayAsync($"  丢掉的答案：{lost.Key}，{lost.Count()} 份。", $"  Lost: {lost.Key}, {lost.Count()} drafts.");
        foreach (var group in report.Fates.SelectMany(f => f.Blocked.Select(b => (Reason: b, f.Number))).GroupBy(b => b.Reason))
            await SayAsync(
                $"  不能迁移：{group.Key.Zh}，{group.Count()} 份（系统编号 {Numbers(group.Select(g => g.Number))}）。",
                $"  Cannot be moved: {group.Key.En}, {group.Count()} drafts ({Numbers(group.Select(g => g.Number))})."
            );
        if (report.Staying > 0)
            await SayAsync(
                $"  另有 {report.Staying} 份上报过的备案保持原版本。",
                $"  {report.Staying} filings that were sent keep their version."
            );

        Task SayAsync(string zh, string en) => output.WriteLineAsync(new LocalizedText(zh, en).In(language));
    }

    private static async Task<int> UndoAsync(
        DraftMoving moving,
        string service,
        Language language,
        TextWriter output,
        CancellationToken stop
    )
    {
        var report = await moving.UndoAsync(service, stop);
        if (report is null)
        {
            await output.WriteLineAsync(
                new LocalizedText($"{service} 没有可以撤回的迁移。", $"{service} has no migration to undo.").In(language)
            );
            return 1;
        }
        await output.WriteLineAsync(
            new LocalizedText(
                $"{service}：到 {report.ToVersion} 的迁移已撤回，{report.Back} 份暂存恢复原样。",
                $"{service}: the migration to {report.ToVersion} is undone; {report.Back} drafts are as they were."
            ).In(language)
        );
        if (report.Edited.Count > 0)
            await output.WriteLineAsync(
                new LocalizedText(
                    $"  {report.Edited.Count} 份在迁移后改动过，保持 {report.ToVersion}（系统编号 {string.Join("、", report.Edited)}）。",
                    $"  {report.Edited.Count} were edited since and stay at {report.ToVersion} ({string.Join(", ", report.Edited)})."
                ).In(language)
            );
        return report.Edited.Count == 0 ? 0 : 1;
    }

    private static string Numbers(IEnumerable<string> numbers)
    {
        var all = numbers.ToList();
        return string.Join(", ", all.Take(MostNumbers)) + (all.Count > MostNumbers ? " …" : "");
    }
}
