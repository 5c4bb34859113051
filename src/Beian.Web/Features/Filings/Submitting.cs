using Beian.Definitions.Answers;
using Beian.Definitions.Packs;
using Beian.Web.Authorities;
using Beian.Web.Data;
using Beian.Web.Features.Account.Standings;
using Beian.Web.Features.Filings.Signing;
using Beian.Web.Web;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Filings;

/// <summary>上报: sends what is saved as the next revision, if the server finds nothing that stops it.</summary>
public sealed class Submitting(
    AppDb db,
    Vault vault,
    Judge judge,
    WorkingDays days,
    FilingMails mails,
    Territories territories,
    Filer filer
)
{
    /// <summary>Sends a filing as it was saved, in a transaction of its own.</summary>
    /// <param name="sheetCode">The short code of the signed sheet as typed; empty where none was.</param>
    /// <returns>What the server says of the answers, and the revision; none when problems stop it.</returns>
    public async Task<(Evaluation Evaluation, Revision? Revision)> SubmitAsync(
        Filing filing,
        Pack pack,
        string sheetCode,
        CancellationToken stop
    )
    {
        var process = filer.Begin("SubmittingFiling");
        var answers = SealedAnswers.Open(filing.Answers, filing.PersonalAnswers, filing.SubjectKey, vault);
        var attachments = await db.AttachmentsOf(filing.Id).ToListAsync(stop);
        var (evaluation, context) = await judge.JudgeAsync(pack, filing, answers, attachments.Select(a => a.Code), stop);
        if (SheetState.Confirm(pack, attachments, SheetState.StampOf(pack, filing, evaluation), sheetCode, process) is { } wrong)
            return (evaluation with { Problems = [.. evaluation.Problems, wrong] }, null);
        if (await SheetStanding.FindAsync(db, filing, pack, evaluation, attachments, stop) is { Stops: true, State: var sheet })
            evaluation = evaluation with { Problems = [.. evaluation.Problems, sheet.StopsSubmission(pack.Service.SignedSheet!)] };
        var revision = await SubmitAsync(filing, pack, evaluation, context, attachments, null, process, stop);
        if (revision is not null)
            await db.SaveAsync(process, stop);
        return (evaluation, revision);
    }

    /// <summary>Sends a filing within the transaction of <paramref name="process"/>.</summary>
    /// <param name="account">The account made in the same transaction; null where the owner is in the database.</param>
    internal async Task<Revision?> SubmitAsync(
        Filing filing,
        Pack pack,
        Evaluation evaluation,
        EvaluationContext context,
        IReadOnlyList<Attachment> attachments,
        Account.Account? account,
        Process process,
        CancellationToken stop
    )
    {
        var kind = pack.Lifecycle.Kinds.First(k => k.Code == filing.Kind);
        var sent = Evaluator.DropIrrelevant(pack, evaluation);
        if (evaluation.MaySubmit && territories.Of(pack, sent) is { } office)
            filing.FollowTo(office, process);
        var revision = filing.Submit(
            evaluation,
            context,
            SealedAnswers.Seal(sent, pack, filing.SubjectKey, vault),
            Subject.Of(pack, sent, filing.OwnerId),
            [.. attachments.Where(a => evaluation.Relevant.Contains(a.Code))],
            days.Add(ChinaTime.DateAt(process.Now), kind.FirstDays),
            process,
            SheetState.Of(pack, attachments, SheetState.StampOf(pack, filing, evaluation))
        );
        if (revision is null)
            return null;
        db.Add(revision);
        account ??= await db.FindCorrespondentAsync(filing.OwnerId, stop);
        mails.Submitted(account!, filing, pack, revision, process);
        return revision;
    }
}
