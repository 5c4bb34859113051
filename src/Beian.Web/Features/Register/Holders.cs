using Beian.Definitions.Answers;
using Beian.Definitions.Fields;
using Beian.Definitions.Packs;
using Beian.Web.Data;
using Beian.Web.Features.Account.Standings;
using Beian.Web.Features.Filings;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Register;

/// <summary>Whose account an enterprise is: by its code and the name of a person its answers name beside an identity document.</summary>
public sealed class Holders(Catalogue.Catalogue catalogue, Vault vault)
{
    // Nobody has more filings of one code; rivals share it, so each is looked at.
    private const int Most = 30;

    /// <summary>The accounts whose filing or entry of this code names the person as legal representative.</summary>
    public async Task<IReadOnlyList<Account.Account>> FindAsync(AppDb db, string code, string person, CancellationToken stop)
    {
        var (key, parts, wanted) = (Subject.KeyOf(code), Subject.KeysOf(code), Tidy(person));
        var services = catalogue.Packs.Select(p => p.Code).ToList();
        var owners = new HashSet<Guid>();
        foreach (
            var filing in await db
                .Filings.AsNoTracking()
                .Where(f => services.Contains(f.Service) && (f.CodeKey == key || f.CodeKey.StartsWith(parts)) && f.OwnerId != null)
                .OrderByDescending(f => f.Id)
                .Take(Most)
                .ToListAsync(stop)
        )
        {
            var answers = SealedAnswers.Open(filing.Answers, filing.PersonalAnswers, filing.SubjectKey, vault);
            if (Names(catalogue.PackOf(filing), answers).Contains(wanted))
                owners.Add(filing.OwnerId!.Value);
        }
        foreach (
            var held in await (
                from claim in db.Claims.Where(c => c.State == ClaimState.Confirmed)
                join entry in db.RegisterEntries on new { claim.Service, claim.CodeKey } equals new { entry.Service, entry.CodeKey }
                join version in db.EntryVersions
                    on new { Id = entry.PublicId, entry.Version } equals new { Id = version.EntryId, version.Version }
                where services.Contains(claim.Service) && (claim.CodeKey == key || claim.CodeKey.StartsWith(parts))
                orderby entry.Id descending
                select new
                {
                    claim.AccountId,
                    claim.Service,
                    Version = version,
                }
            )
                .AsNoTracking()
                .Take(Most)
                .ToListAsync(stop)
        )
            if (Names(catalogue[held.Service], await db.OpenAsync(held.Version, vault, stop)).Contains(wanted))
                owners.Add(held.AccountId);
        var members = db.Members;
        return await db.Set<Account.Account>()
            .AsNoTracking()
            .Where(a => owners.Contains(a.Id) && !members.Any(m => m.EnterpriseId == a.Id && m.AccountId == a.Id && m.EndedAt != null))
            .ToListAsync(stop);
    }

    /// <summary>The names of persons: the text before each identity document is the name of its holder.</summary>
    private static IEnumerable<string> Names(Pack pack, AnswerSet answers)
    {
        foreach (var section in pack.Form.Sections)
            for (var i = 1; i < section.Fields.Count; i++)
                if (section.Fields[i] is IdDocumentField && section.Fields[i - 1] is TextField name && answers[name.Code] is { } text)
                    yield return Tidy(text);
    }

    private static string Tidy(string name) => PlainText.Compact(name).ToUpperInvariant();
}
