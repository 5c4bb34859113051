using System.Globalization;
using Beian.Definitions.Answers;
using Beian.Definitions.Packs;
using Beian.Web.Authorities;
using Beian.Web.Channels;
using Beian.Web.Data;
using Beian.Web.Features.Account;
using Beian.Web.Features.Filings;
using Beian.Web.Web;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Register;

/// <summary>
/// What follows from an approval, in its transaction: the numbers are drawn, the entry begins to hold,
/// the filer's claim to the code is confirmed and those of the rivals are lost.
/// </summary>
public sealed class RegisterProjection(Catalogue.Catalogue catalogue, Vault vault) : Projection
{
    public override async Task ApplyAsync(AppDb db, Process process, CancellationToken stop)
    {
        foreach (var approved in process.Events.Where(e => e.Kind == "FilingApproved").ToList())
            await EnterAsync(db, approved.SubjectId, process, stop);
    }

    private async Task EnterAsync(AppDb db, Guid filingId, Process process, CancellationToken stop)
    {
        var filing = (await db.Filings.FindAsync([filingId], stop))!;
        var pack = catalogue.PackOf(filing);
        var revision =
            Tracked<Revision>(db, r => r.FilingId == filingId && r.Number == filing.Revision)
            ?? await db.Revisions.SingleAsync(r => r.FilingId == filingId && r.Number == filing.Revision, stop);
        var decision = Tracked<Decision>(db, d => d.FilingId == filingId && d.Outcome == Outcome.Approved)!;

        var answers = await CompleteAsync(db, filing, pack, revision, decision, process, stop);
        var codeKey = Subject.Of(pack, answers).CodeKey;
        if (await RegisterQueries.HasValidEntryAsync(db, pack.Code, codeKey, stop))
            throw AlreadyRegistered;

        var entry = new RegisterEntry(
            filing,
            answers[pack.Register.NumberField] ?? "",
            answers[pack.Register.CodeField] ?? "",
            codeKey,
            answers[pack.Service.NameField] ?? "",
            PublicAnswers.Of(catalogue, filing.Service, pack.Version.Major, answers).ToJson(),
            process
        );
        entry.Show(entry.PublicAnswers, catalogue[filing.Service].Version.Major);
        var version = new EntryVersion(entry, SealedAnswers.Seal(answers, pack, filing.SubjectKey, vault), process);
        db.AddRange(entry, version);
        process.Record(
            "EntryRegistered",
            "entry",
            entry.PublicId,
            new
            {
                filing = filing.Id,
                revision = revision.Number,
                number = entry.Number,
                code = entry.Code,
                sha256 = version.Sha256,
            }
        );
        await TellAsync(db, filing, pack, entry, process, stop);
        await SettleClaimsAsync(db, filing, codeKey, process, stop);
    }

    /// <summary>A company has one valid entry of a service; a further approval changes nothing and is told so.</summary>
    public static Refused AlreadyRegistered =>
        new(
            new(
                "该企业代码已有有效的备案登记：另一份备案已先获通过。本次操作没有任何改动，请核实后退回或不予备案。",
                "This enterprise code has a valid entry already: another filing was approved first. Nothing was changed; please check, then return or reject this one."
            )
        );

    /// <summary>The revision's answers with what the authority filled in, the numbers drawn now and what is calculated from them.</summary>
    private async Task<AnswerSet> CompleteAsync(
        AppDb db,
        Filing filing,
        Pack pack,
        Revision revision,
        Decision decision,
        Process process,
        CancellationToken stop
    )
    {
        var answers = AnswerSet.From(
            SealedAnswers
                .Open(revision.Answers, revision.PersonalAnswers, filing.SubjectKey, vault)
                .Concat(AnswerSet.FromJson(decision.Answers))
        );
        var context = revision.ReadContext() with
        {
            Today = ChinaTime.DateAt(process.Now),
            AuthorityPrefix = (await db.Authorities.FindAsync([filing.AuthorityId], stop))!.CodePrefix,
        };
        // Which numbers apply hangs on the answers: a self-assigned code is drawn only for those who have no other.
        var relevant = Evaluator.EvaluateApproval(pack, answers, context).Relevant;
        foreach (var field in pack.Form.Fields)
        {
            if (field.Issue is not { } series || !relevant.Contains(field.Code))
                continue;
            var number = await db.NextNumberAsync($"{pack.Code}/{field.Code}", stop);
            answers = answers.With(field.Code, series.Prefix + number.ToString($"D{series.Digits}", CultureInfo.InvariantCulture));
        }

        var evaluation = Evaluator.EvaluateApproval(pack, answers, context);
        if (evaluation.Problems.FirstOrDefault(p => p.Level == ProblemLevel.Hard) is { } problem)
            throw new Refused(problem.Message);
        return evaluation.Answers;
    }

    private static async Task TellAsync(AppDb db, Filing filing, Pack pack, RegisterEntry entry, Process process, CancellationToken stop)
    {
        var owner = await db.Accounts.FindAsync([filing.OwnerId], stop);
        if (owner?.Email is not { Length: > 0 } email)
            return;
        var authority = (await db.Authorities.FindAsync([filing.AuthorityId], stop))!;
        var mail = FilingMails.About(filing, pack, authority) with
        {
            Enterprise = entry.Name,
            EntryNumber = entry.Number,
            EntryCode = entry.Code,
            EntryNumberLabel = pack.Form[pack.Register.NumberField].Label,
            EntryCodeLabel = pack.Form[pack.Register.CodeField].Label,
        };
        process.Send(new OutboxMessage(MailChannel.Name, email, "filing-approved", mail, filing.Id, process.Now));
    }

    private static async Task SettleClaimsAsync(AppDb db, Filing filing, string codeKey, Process process, CancellationToken stop)
    {
        await db.Claims.Where(c => c.Service == filing.Service && c.CodeKey == codeKey || c.FilingId == filing.Id).LoadAsync(stop);
        var open = db
            .ChangeTracker.Entries<Claim>()
            .Select(e => e.Entity)
            .Where(c => c.State == ClaimState.Open && (c.Service == filing.Service && c.CodeKey == codeKey || c.FilingId == filing.Id))
            .ToList();
        foreach (var claim in open)
        {
            if (claim.FilingId == filing.Id)
            {
                // The form may have moved on since the revision that was approved.
                claim.Rename(codeKey);
                claim.Confirm();
                process.Record("ClaimConfirmed", "filing", claim.FilingId, new { claim.AccountId });
            }
            else
            {
                claim.Lose();
                process.Record("ClaimLost", "filing", claim.FilingId, new { to = filing.Id });
            }
        }
    }

    /// <summary>What this action made or read already, without asking the database.</summary>
    private static T? Tracked<T>(AppDb db, Func<T, bool> wanted)
        where T : class => db.ChangeTracker.Entries<T>().Select(e => e.Entity).FirstOrDefault(wanted);
}
