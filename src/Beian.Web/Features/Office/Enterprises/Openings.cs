using System.Security.Cryptography;
using Beian.Definitions;
using Beian.Definitions.Answers;
using Beian.Web.Authorities;
using Beian.Web.Data;
using Beian.Web.Features.Account;
using Beian.Web.Features.Filings;
using Beian.Web.Features.Filings.Papers;
using Beian.Web.Features.Register;
using Beian.Web.Features.Register.Claims;
using Beian.Web.Web;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Office.Enterprises;

/// <summary>What is opened: an entry from the former system, or a filing of it that waits.</summary>
public sealed record OpeningTarget(
    string Service,
    string CodeKey,
    string Code,
    string Name,
    string AuthorityId,
    RegisterEntry? Entry,
    Filing? Filing
);

/// <summary>What came of it.</summary>
/// <param name="Code">The code to hand over, shown this once; null where a link was mailed or the entry went to an account that was there.</param>
public sealed record Opened(Account.Account Account, string? Code);

/// <summary>开通用户: makes the account of an enterprise that has none, or gives the entry to the account that asks for it.</summary>
public sealed class Openings(
    AppDb db,
    OneTimeKeys keys,
    Vault vault,
    Catalogue.Catalogue catalogue,
    AuthorityTree authorities,
    EnterpriseDesk enterprises
)
{
    /// <summary>What is said of an entry that somebody holds.</summary>
    public static LocalizedText Taken { get; } =
        new(
            "该企业已开通用户，不能重复开通。可在“企业列表”中查看用户名或重置密码。",
            "This enterprise has a user already; no other is opened. See the list of enterprises for its user name or to reset its password."
        );

    /// <summary>What is said of an entry that ended.</summary>
    public static LocalizedText Ended { get; } =
        new("这份登记已不再有效，不能开通用户。", "This entry no longer holds; no account is opened for it.");

    /// <summary>Makes the account, in a transaction of its own.</summary>
    /// <param name="email">Where the link goes; empty: a code is handed over.</param>
    public async Task<Opened> OpenAsync(
        OpeningTarget target,
        string email,
        Proof proof,
        IReadOnlyList<ReceivedFile> papers,
        ClaimRequest? request,
        CancellationToken stop
    )
    {
        await RequireFreeAsync(target, stop);
        var process = enterprises.Desk.Begin("OpeningAccount");
        var account = Account.Account.ForOpening(
            await NewUserNameAsync(target, stop),
            email.Length > 0 ? email : null,
            target.Name,
            process.Now
        );
        account.MoveTo(target.AuthorityId);
        db.Add(account);
        process.Record(
            "AccountOpened",
            "account",
            account.Id,
            new
            {
                target.Service,
                entry = target.Entry?.PublicId,
                filing = target.Filing?.Id,
                authority = enterprises.Desk.Officer.AuthorityId,
                documents = proof.Documents,
                papers = papers.Select(p => p.Stored.Sha256),
            }
        );
        db.AddRange(papers.Select(p => new IdentityPaper(p, account.Id, null, process)));
        await GiveAsync(target, account.Id, process, stop);
        request?.Grant(process);
        var issuer = proof.By(enterprises.Desk.Officer, vault);
        string? code = null;
        if (email.Length > 0)
            keys.SendLink(account, KeyPurpose.Opening, email, issuer, process);
        else
            code = keys.NewCode(account, KeyPurpose.Opening, issuer, process);
        await SaveAsync(target, process, stop);
        return new(account, code);
    }

    /// <summary>Gives the entry to the account that asked for it, in a transaction of its own.</summary>
    public async Task<Opened> GrantAsync(
        OpeningTarget target,
        ClaimRequest request,
        Proof proof,
        IReadOnlyList<ReceivedFile> papers,
        CancellationToken stop
    )
    {
        await RequireFreeAsync(target, stop);
        var process = enterprises.Desk.Begin("GrantingClaim");
        var account = await db.Set<Account.Account>().SingleAsync(a => a.Id == request.AccountId, stop);
        process.Record(
            "EntryGiven",
            "account",
            account.Id,
            new
            {
                target.Service,
                entry = target.Entry?.PublicId,
                authority = enterprises.Desk.Officer.AuthorityId,
                documents = proof.Documents,
                papers = papers.Select(p => p.Stored.Sha256),
            }
        );
        db.AddRange(papers.Select(p => new IdentityPaper(p, account.Id, null, process)));
        account.MoveTo(target.AuthorityId);
        await GiveAsync(target, account.Id, process, stop);
        request.Grant(process);
        await SaveAsync(target, process, stop);
        return new(account, null);
    }

    /// <summary>The entry's code becomes the account's, and so do filings of that code that nobody has.</summary>
    private async Task GiveAsync(OpeningTarget target, Guid account, Process process, CancellationToken stop)
    {
        if (target.Entry is { FilingId: var standing } && standing == Guid.Empty)
            await StandForAsync(target, account, process, stop);
        if (target.Entry is { } entry)
            db.Add(Claim.Confirmed(account, entry.PublicId, target.Service, target.CodeKey, process));
        var ownerless = await db
            .Filings.Where(f => f.Service == target.Service && f.CodeKey == target.CodeKey && f.OwnerId == null && f.Revision > 0)
            .ToListAsync(stop);
        foreach (var filing in ownerless)
        {
            filing.AdoptBy(account, process);
            if (target.Entry is null)
                db.Add(new Claim(account, filing, process));
        }
    }

    /// <summary>Makes the approved filing that stands for the entry: the owner sees it among 我的事项 and changes it from there.</summary>
    private async Task StandForAsync(OpeningTarget target, Guid account, Process process, CancellationToken stop)
    {
        var entry = await db.RegisterEntries.SingleAsync(e => e.PublicId == target.Entry!.PublicId, stop);
        var version = await db.EntryVersions.SingleAsync(v => v.EntryId == entry.PublicId && v.Version == entry.Version, stop);
        var pack = catalogue.For(entry.Service, entry.DefinitionVersion);
        var answers = await db.OpenAsync(version, vault, stop);
        var route = pack.Service.Routes.FirstOrDefault(r => answers[r.Code] is not null) ?? pack.Service.Routes[^1];
        var filing = new Filing(
            Guid.CreateVersion7(),
            pack,
            pack.Lifecycle.Kinds[0].Code,
            route.Code,
            authorities[entry.AuthorityId],
            RandomNumberGenerator.GetString("0123456789", 16),
            account,
            null,
            version.SubjectKey ?? vault.NewSubjectKey(),
            process.Now
        );
        var context = new EvaluationContext(ChinaTime.DateAt(entry.ApprovedAt), route.Code, filing.Kind, new HashSet<string>());
        var revision = filing.TakeOverApproved(
            new(version.Answers, version.PersonalAnswers, version.Sha256),
            Subject.Of(pack, answers, null),
            context,
            entry.ApprovedAt,
            process
        );
        entry.RestOn(filing, version);
        db.AddRange(filing, revision);
    }

    /// <summary>Of two officers who open it at once, the second is told.</summary>
    private async Task SaveAsync(OpeningTarget target, Process process, CancellationToken stop)
    {
        try
        {
            await db.SaveAsync(process, stop);
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            await RequireFreeAsync(target with { Filing = null }, stop);
            throw;
        }
    }

    private async Task RequireFreeAsync(OpeningTarget target, CancellationToken stop)
    {
        var held = await db.Claims.AnyAsync(
            c => c.Service == target.Service && c.CodeKey == target.CodeKey && c.State == ClaimState.Confirmed,
            stop
        );
        if (held || target.Filing is { OwnerId: not null })
            throw new Refused(Taken);
    }

    /// <summary>A name that is easily read out: the enterprise's 13-digit code where it has one. The owner may choose another at the first entry.</summary>
    private async Task<string> NewUserNameAsync(OpeningTarget target, CancellationToken stop)
    {
        var code = string.Concat(target.Code.Where(char.IsAsciiLetterOrDigit));
        var name = code.Length is >= 5 and <= 18
            ? "qy" + code.ToLowerInvariant()
            : "qy" + RandomNumberGenerator.GetString("0123456789", 10);
        while (true)
        {
            var normalized = name.ToUpperInvariant();
            if (!await db.Set<Account.Account>().AnyAsync(a => a.NormalizedUserName == normalized, stop))
                return name;
            name = "qy" + RandomNumberGenerator.GetString("0123456789", 10);
        }
    }
}
