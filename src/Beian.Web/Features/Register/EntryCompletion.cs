using System.Globalization;
using Beian.Definitions.Answers;
using Beian.Definitions.Fields;
using Beian.Web.Authorities;
using Beian.Web.Data;
using Beian.Web.Features.Filings;
using Beian.Web.Web;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Register;

/// <summary>Completes what was filed at its approval: what the authority filled in, the numbers drawn now, what is calculated from them.</summary>
internal sealed class EntryCompletion(Vault vault)
{
    /// <param name="before">What is registered; empty for a new entry. Numbers that stay are taken from it.</param>
    /// <exception cref="Refused">Something of the authority's or the system's is wrong or missing.</exception>
    public async Task<AnswerSet> CompleteAsync(AppDb db, ApprovedFiling approved, AnswerSet before, CancellationToken stop)
    {
        var (filing, pack, kind, revision, decision) = approved;
        if (!kind.IsJudgedByContent)
            return kind.GivesNewNumber ? await RenumberAsync(db, approved, before, stop) : before;
        var answers = AnswerSet.From(
            SealedAnswers
                .Open(revision.Answers, revision.PersonalAnswers, filing.SubjectKey, vault)
                .Without(c => pack.Form.FindByControl(c)?.Code == kind.MovesTo)
                .Concat(AnswerSet.FromJson(decision.Answers))
        );
        var context = revision.ReadContext() with
        {
            Today = ChinaTime.DateAt(decision.At),
            AuthorityPrefix = (await db.Authorities.FindAsync([filing.AuthorityId], stop))!.CodePrefix,
        };
        // Which numbers apply hangs on the answers: a self-assigned code is drawn only for those who have no other.
        var relevant = Evaluator.EvaluateApproval(pack, answers, context).Relevant;
        foreach (var field in pack.Form.Fields)
        {
            if (field.Issue is null || !relevant.Contains(field.Code))
                continue;
            var stays = before[field.Code] is not null && !(kind.GivesNewNumber && field.Code == pack.Register.NumberField);
            answers = answers.With(field.Code, stays ? before[field.Code] : await DrawAsync(db, pack.Code, field, stop));
        }

        var evaluation = Evaluator.EvaluateApproval(pack, answers, context);
        if (evaluation.Problems.FirstOrDefault(p => p.Level == ProblemLevel.Hard) is { } problem)
            throw new Refused(problem.Message);
        return evaluation.Answers;
    }

    /// <summary>The same data under a new number.</summary>
    private static async Task<AnswerSet> RenumberAsync(AppDb db, ApprovedFiling approved, AnswerSet before, CancellationToken stop)
    {
        var field = approved.Pack.Form[approved.Pack.Register.NumberField];
        return field.Issue is null ? before : before.With(field.Code, await DrawAsync(db, approved.Pack.Code, field, stop));
    }

    private static async Task<string> DrawAsync(AppDb db, string service, Field field, CancellationToken stop)
    {
        // Numbers that came from the former system are stepped over.
        while (true)
        {
            var next = await db.NextNumberAsync(Counters.NameOf(service, field.Code), stop);
            var number = field.Issue!.Prefix + next.ToString($"D{field.Issue.Digits}", CultureInfo.InvariantCulture);
            var entries = db.RegisterEntries.Where(e => e.Service == service);
            if (!await db.EntryVersions.AnyAsync(v => v.Number == number && entries.Any(e => e.PublicId == v.EntryId), stop))
                return number;
        }
    }
}
