using Beian.Definitions.Answers;
using Beian.Web.Authorities;
using Beian.Web.Channels;
using Beian.Web.Data;
using Beian.Web.Features.Account.Standings;
using Beian.Web.Features.Filings;
using Beian.Web.Features.Filings.Kinds;
using Beian.Web.Web;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Register;

/// <summary>
/// What follows from an approval, in its transaction: the numbers are drawn, the entry begins to hold and the claims to its code are
/// settled; or an entry that is there gets a new version, or ends.
/// </summary>
public sealed class RegisterProjection : Projection
{
    private readonly Catalogue.Catalogue _catalogue;
    private readonly Vault _vault;
    private readonly EntryCompletion _completion;
    private readonly EntryRenewal _renewal;

    public RegisterProjection(Catalogue.Catalogue catalogue, Vault vault, EntryAnswers registered)
    {
        (_catalogue, _vault) = (catalogue, vault);
        _completion = new(vault);
        _renewal = new(catalogue, vault, registered, _completion);
    }

    public override async Task ApplyAsync(AppDb db, Process process, CancellationToken stop)
    {
        foreach (var one in process.Events.Where(e => e.Kind == "FilingApproved").ToList())
        {
            var approved = await ApprovedFiling.ReadAsync(db, _catalogue, one.SubjectId, stop);
            var (entry, version) = approved.Kind.StartsFromEntry
                ? await _renewal.ApplyAsync(db, approved, process, stop)
                : await EnterAsync(db, approved, process, stop);
            await TellAsync(db, approved, entry, version, process, stop);
        }
    }

    private async Task<(RegisterEntry, EntryVersion?)> EnterAsync(
        AppDb db,
        ApprovedFiling approved,
        Process process,
        CancellationToken stop
    )
    {
        var (filing, pack, kind, revision, _) = approved;
        var answers = await _completion.CompleteAsync(db, approved, AnswerSet.Empty, stop);
        var codeKey = Subject.Of(pack, answers, filing.OwnerId).CodeKey;
        if (await RegisterQueries.HasValidEntryAsync(db, pack.Code, codeKey, stop))
            throw AlreadyRegistered;

        var entry = new RegisterEntry(
            filing,
            answers[pack.Register.NumberField] ?? "",
            answers[pack.Register.CodeField] ?? "",
            codeKey,
            answers[pack.Service.NameField] ?? "",
            PublicAnswers.Of(_catalogue, filing.Service, pack.Version.Major, answers).ToJson(),
            process
        );
        entry.Show(entry.PublicAnswers, _catalogue[filing.Service].Version.Major);
        entry.Oblige(EntryRenewal.DutyOf(pack, process.Now));
        var sealedAnswers = SealedAnswers.Seal(answers, pack, filing.SubjectKey, _vault);
        var version = new EntryVersion(entry, entry.Number, kind.Code, sealedAnswers, process);
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
        await SettleClaimsAsync(db, filing, codeKey, process, stop);
        return (entry, version);
    }

    /// <summary>A company has one valid entry of a service; a further approval changes nothing and is told so.</summary>
    public static Refused AlreadyRegistered =>
        new(
            new(
                "该企业代码已有有效的备案登记：另一份备案已先获通过。本次操作没有任何改动，请核实后退回或不予备案。",
                "This enterprise code has a valid entry already: another filing was approved first. Nothing was changed; please check, then return or reject this one."
            )
        );

    private static async Task TellAsync(
        AppDb db,
        ApprovedFiling approved,
        RegisterEntry entry,
        EntryVersion? version,
        Process process,
        CancellationToken stop
    )
    {
        var filing = approved.Filing;
        var owner = await db.FindCorrespondentAsync(filing.OwnerId, stop);
        if (owner?.Email is not { Length: > 0 } email)
            return;
        var authority = (await db.Authorities.FindAsync([filing.AuthorityId], stop))!;
        var mail = FilingMails.About(filing, approved.Pack, authority) with
        {
            Enterprise = entry.Name,
            EntryNumber = version?.Number,
            EntryCode = version?.Code,
            EntryNumberLabel = approved.Pack.Form[approved.Pack.Register.NumberField].Label,
            EntryCodeLabel = approved.Pack.Form[approved.Pack.Register.CodeField].Label,
            EntryState = version is null ? entry.State.Text : null,
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
        // The authority has accepted this filer as the enterprise: whoever held the code before (of an entry that ended) does no longer.
        foreach (var former in Held(db, filing, codeKey))
        {
            former.Lose();
            process.Record("ClaimLost", "account", former.AccountId, new { to = filing.Id });
        }
        foreach (var claim in open)
        {
            if (claim.FilingId is not { } claiming)
                continue;
            if (claiming == filing.Id)
            {
                // The form may have moved on since the revision that was approved.
                claim.Rename(codeKey);
                claim.Confirm();
                process.Record("ClaimConfirmed", "filing", claiming, new { claim.AccountId });
            }
            else
            {
                claim.Lose();
                process.Record("ClaimLost", "filing", claiming, new { to = filing.Id });
            }
        }
    }

    private static List<Claim> Held(AppDb db, Filing filing, string codeKey) =>
        [
            .. db
                .ChangeTracker.Entries<Claim>()
                .Select(e => e.Entity)
                .Where(c =>
                    filing.OwnerId is not null
                    && c.State == ClaimState.Confirmed
                    && c.AccountId != filing.OwnerId
                    && c.Service == filing.Service
                    && c.CodeKey == codeKey
                ),
        ];
}
