using Beian.Definitions.Answers;
using Beian.Definitions.Packs;
using Beian.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Filings.Signing;

/// <summary>What the filer does next with a filing in his or her hands: 填写 → 打印 → 签字盖章 → 上传 → 上报.</summary>
public enum Step
{
    /// <summary>Something is missing or wrong in the form.</summary>
    FillIn,

    /// <summary>The sheet is to be printed, signed, sealed and uploaded.</summary>
    Sign,

    /// <summary>The uploaded scan is not the right one, or nobody knows whether it is.</summary>
    Check,

    /// <summary>Other files are missing.</summary>
    Upload,

    /// <summary>All is there.</summary>
    Submit,
}

/// <summary>Finds the one next step.</summary>
public sealed class NextStep(AppDb db, Vault vault, Judge judge)
{
    /// <summary>Where the filing stands with its signed sheet; null where none is asked for, or nothing is to be sent.</summary>
    public async Task<SheetStanding?> SheetAsync(Filing filing, Pack pack, CancellationToken stop) =>
        await JudgeAsync(filing, pack, stop) is var (_, sheet) ? sheet : null;

    /// <returns>The step; null where the filer has nothing to do.</returns>
    public async Task<(Step Step, SheetStanding? Sheet)?> FindAsync(Filing filing, Pack pack, CancellationToken stop)
    {
        if (await JudgeAsync(filing, pack, stop) is not var (evaluation, sheet))
            return null;
        var missing = evaluation.Problems.Where(p => p.Level == ProblemLevel.Hard).Select(p => p.Control).ToList();
        var files = pack.Service.Attachments.Select(a => a.Code).ToHashSet(StringComparer.Ordinal);
        var step =
            missing.Exists(c => !files.Contains(c)) ? Step.FillIn
            : sheet is { State.Match: SheetMatch.Missing } or { Stops: true } ? Step.Sign
            : missing.Count > 0 ? Step.Upload
            : sheet is null or { State.Match: SheetMatch.Matches } ? Step.Submit
            : Step.Check;
        return (step, sheet);
    }

    private async Task<(Evaluation Evaluation, SheetStanding? Sheet)?> JudgeAsync(Filing filing, Pack pack, CancellationToken stop)
    {
        if (!filing.IsEditable || filing is { State: FilingState.Submitted, HasWorkingCopy: false })
            return null;
        var answers = SealedAnswers.Open(filing.Answers, filing.PersonalAnswers, filing.SubjectKey, vault);
        var attachments = await db.AttachmentsOf(filing.Id).AsNoTracking().ToListAsync(stop);
        var (evaluation, _) = await judge.JudgeAsync(pack, filing, answers, attachments.Select(a => a.Code), stop);
        return (evaluation, await SheetStanding.FindAsync(db, filing, pack, evaluation, attachments, stop));
    }
}
