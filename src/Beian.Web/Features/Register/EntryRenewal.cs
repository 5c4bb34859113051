using Beian.Definitions.Packs;
using Beian.Web.Data;
using Beian.Web.Features.Filings;
using Beian.Web.Features.Filings.Kinds;
using Beian.Web.Web;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Register;

/// <summary>What an approval does to an entry that is there: a new version of it, or its end.</summary>
internal sealed class EntryRenewal(Catalogue.Catalogue catalogue, Vault vault, EntryAnswers registered, EntryCompletion completion)
{
    /// <returns>The entry, and its new version where it got one.</returns>
    public async Task<(RegisterEntry Entry, EntryVersion? Version)> ApplyAsync(
        AppDb db,
        ApprovedFiling approved,
        Process process,
        CancellationToken stop
    )
    {
        var (filing, pack, kind, _, _) = approved;
        var entry = await db.RegisterEntries.SingleAsync(e => e.PublicId == filing.EntryId, stop);
        if (!kind.MakesVersion)
        {
            entry.End(kind, null, process);
            return (entry, null);
        }
        if (kind.Effect == KindEffect.Move && filing.AuthorityId == entry.AuthorityId)
            throw new Refused(
                new(
                    "迁移由原机关同意后转交迁入机关，由迁入机关办结。",
                    "A move is let go by the former authority and approved by the one it moves to."
                )
            );
        var before = registered.Open((await RegisterQueries.FindInForceAsync(db, entry.PublicId, stop))!, filing.SubjectKey, pack);
        var answers = await completion.CompleteAsync(db, approved, before, stop);
        var codeKey = Subject.Of(pack, answers, filing.OwnerId).CodeKey;
        if (codeKey != entry.CodeKey && await RegisterQueries.HasValidEntryAsync(db, pack.Code, codeKey, stop))
            throw RegisterProjection.AlreadyRegistered;
        entry.Renew(
            filing,
            answers[pack.Register.CodeField] ?? "",
            codeKey,
            answers[pack.Service.NameField] ?? "",
            PublicAnswers.Of(catalogue, filing.Service, pack.Version.Major, answers).ToJson(),
            process
        );
        entry.Show(entry.PublicAnswers, catalogue[filing.Service].Version.Major);
        if (kind.Effect != KindEffect.Reissue)
            entry.Oblige(DutyOf(pack, process.Now));
        var number = answers[pack.Register.NumberField] ?? entry.Number;
        var version = new EntryVersion(entry, number, kind.Code, SealedAnswers.Seal(answers, pack, filing.SubjectKey, vault), process);
        db.Add(version);
        process.Record(
            "EntryRenewed",
            "entry",
            entry.PublicId,
            new
            {
                filing = filing.Id,
                revision = filing.Revision,
                kind = kind.Code,
                version = entry.Version,
                number,
                code = entry.Code,
                sha256 = version.Sha256,
            }
        );
        return (entry, version);
    }

    /// <summary>The last day for what must follow an approval of now; null where nothing must.</summary>
    public static DateOnly? DutyOf(Pack pack, DateTime now) =>
        pack.Lifecycle.Duty?.AfterDays is { } days ? ChinaTime.DateAt(now).AddDays(days) : null;
}
