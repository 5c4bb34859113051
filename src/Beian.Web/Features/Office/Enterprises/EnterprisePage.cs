using Beian.Web.Authorities;
using Beian.Web.Data;
using Beian.Web.Features.Account;
using Beian.Web.Features.Enterprise;
using Beian.Web.Features.Filings;
using Beian.Web.Features.Filings.Papers;
using Beian.Web.Features.Register;
using Beian.Web.Features.Shared;
using Beian.Web.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Office.Enterprises;

/// <summary>What the pages about one enterprise work with.</summary>
public sealed record EnterpriseRoom(
    AppDb Db,
    EnterpriseDesk Enterprises,
    AuthorityTree Authorities,
    Catalogue.Catalogue Catalogue,
    Vault Vault,
    Resetting Resetting,
    PaperForms Forms,
    Texts Texts
);

/// <summary>A page about one enterprise of the jurisdiction: its account, what it has, and what authorities did to its account.</summary>
public abstract class EnterprisePage(EnterpriseRoom room) : AskingPage
{
    private const int Most = 20;

    public EnterpriseRoom Room => room;

    public Account.Account Enterprise { get; private set; } = null!;

    public IReadOnlyList<RegisterEntry> Entries { get; private set; } = [];

    public IReadOnlyList<Filing> Filings { get; private set; } = [];

    public IReadOnlyList<Event> Acts { get; private set; } = [];

    /// <summary>Who acts for it.</summary>
    public IReadOnlyList<Colleague> Members { get; private set; } = [];

    /// <summary>What changed among those who act for it.</summary>
    public IReadOnlyList<EnterpriseAct> Changes { get; private set; } = [];

    public IReadOnlyList<OneTimeKey> Keys { get; private set; } = [];

    /// <summary>The user name, once it was asked for with a reason.</summary>
    public string? ShownUserName { get; protected set; }

    /// <summary>The code to hand over after a reset, shown this once.</summary>
    public string? Code { get; protected set; }

    /// <summary>What was done just now.</summary>
    public string? Done { get; protected set; }

    /// <summary>The scans that authorities took in for it, newest first.</summary>
    public IReadOnlyList<IdentityPaper> Scans { get; private set; } = [];

    /// <summary>The scans that came, in an attempt that something else was wrong with.</summary>
    public PaperForm? Papers { get; protected set; }

    public Proof Proof { get; protected set; } = new([], "");

    public bool MayReset => room.Enterprises.MayReset(Enterprise.HomeAuthorityId);

    public string ResetterName => room.Enterprises.ResetterOf(Enterprise.HomeAuthorityId!).Name;

    /// <summary>Finds the enterprise among those this officer may see.</summary>
    protected async Task<bool> FindAsync(Guid id, CancellationToken stop)
    {
        if (await room.Enterprises.Accounts().SingleOrDefaultAsync(a => a.Id == id, stop) is not { } account)
            return false;
        Enterprise = account;
        return true;
    }

    protected async Task<IActionResult> ShowAsync(CancellationToken stop, params IReadOnlyList<ErrorLine> errors)
    {
        Response.Headers.CacheControl = "no-store";
        // What the layout needs is told here: a partial view has a copy of its own.
        (ViewData["Title"], ViewData["Nav"]) = (Enterprise.DisplayName, "enterprises");
        var id = Enterprise.Id;
        Entries = await room.Db.EntriesHeldBy(id).AsNoTracking().OrderByDescending(e => e.Id).Take(Most).ToListAsync(stop);
        Filings = await room
            .Enterprises.Desk.Readable()
            .AsNoTracking()
            .Where(f => f.OwnerId == id)
            .OrderByDescending(f => f.Id)
            .Take(Most)
            .ToListAsync(stop);
        Acts = await room.Db.ActsOn(id).Take(Most).ToListAsync(stop);
        Members = await Colleague.ReadAsync(room.Db, id, stop);
        Changes = await EnterpriseActs.ReadAsync(room.Db, id, Most, stop);
        Keys = await room
            .Db.Set<OneTimeKey>()
            .AsNoTracking()
            .Where(k => k.AccountId == id && k.IssuedBy != null && k.Email != "")
            .OrderByDescending(k => k.CreatedAt)
            .Take(Most)
            .ToListAsync(stop);
        Scans = await room.Db.Papers.AsNoTracking().Where(p => p.AccountId == id).OrderByDescending(p => p.Id).Take(Most).ToListAsync(stop);
        return errors.Count > 0 ? AskAgain(errors) : Page();
    }
}
