using System.Security.Cryptography;
using Beian.Definitions.Answers;
using Beian.Definitions.Packs;
using Beian.Web.Authorities;
using Beian.Web.Data;
using Beian.Web.Features.Filings;
using Beian.Web.Web;

namespace Beian.Web.Features.Register.Import;

/// <summary>Puts filings of the former system into the authorities' queues: sent, with their papers at the office, and without an account.</summary>
public sealed class PendingWriter(AppDb db, Pack pack, Vault vault, AuthorityTree authorities, WorkingDays days)
{
    /// <summary>Adds a row's filing to what is saved next.</summary>
    public void Write(LegacyRow row, Process process)
    {
        var filing = new Filing(
            Guid.CreateVersion7(),
            pack,
            pack.Lifecycle.Kinds[0].Code,
            RouteOf(row),
            authorities[row.AuthorityId],
            RandomNumberGenerator.GetString("0123456789", 16),
            ownerId: null,
            draftKeyHash: null,
            vault.NewSubjectKey(),
            process.Now
        );
        var today = ChinaTime.DateAt(process.Now);
        var context = new EvaluationContext(today, filing.Route, filing.Kind, new HashSet<string>());
        var revision = filing.TakeOver(
            SealedAnswers.Seal(row.Answers, pack, filing.SubjectKey, vault),
            row.Subject,
            context,
            row.SubmittedOn is { } day ? ChinaTime.StartOf(day) : process.Now,
            days.Add(today, pack.Lifecycle.Kinds[0].DecisionDays),
            process
        );
        db.AddRange(filing, revision);
    }

    /// <summary>The way that is named like the code the enterprise has; the last one for those without any.</summary>
    private string RouteOf(LegacyRow row) =>
        (pack.Service.Routes.FirstOrDefault(r => row.Answers[r.Code] is not null) ?? pack.Service.Routes[^1]).Code;
}
