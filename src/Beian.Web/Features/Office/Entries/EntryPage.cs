using Beian.Definitions;
using Beian.Definitions.Packs;
using Beian.Web.Data;
using Beian.Web.Features.Filings;
using Beian.Web.Features.Register;
using Beian.Web.Features.Shared;
using Beian.Web.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Office.Entries;

/// <summary>A register entry as officers of its authority, and of those above, see it. Every act on it shows this page again.</summary>
public abstract class EntryPage(EntryRoom room) : PageModel
{
    // More is no longer read by anybody on one page.
    private const int MostActs = 50;

    private static readonly string[] _acts = ["EntryCancelled", "EntryRevoked", "EntryLapsed", "EntryDutyMet"];

    public RegisterEntry Entry { get; private set; } = null!;

    public Pack Pack { get; private set; } = null!;

    /// <summary>The dated versions, newest first.</summary>
    public IReadOnlyList<EntryVersion> Versions { get; private set; } = [];

    /// <summary>The open filing about it; null for none.</summary>
    public Filing? Open { get; private set; }

    /// <summary>What else was done with it, newest first.</summary>
    public IReadOnlyList<Event> Acts { get; private set; } = [];

    public ErrorSummary Problems { get; protected set; } = new([]);

    /// <summary>Why an act could not be done in the present state of things.</summary>
    public LocalizedText? Conflict { get; protected set; }

    /// <summary>Whether this officer's authority keeps the entry; those above read.</summary>
    public bool MayAct => Entry.AuthorityId == room.Desk.Officer.AuthorityId && Entry.State == EntryState.Valid;

    public EntryRoom Room => room;

    /// <summary>The kinds that officers start.</summary>
    public IEnumerable<FilingKind> Kinds => Pack.Lifecycle.FromEntry(KindStarter.Officer);

    /// <summary>What the officer typed, to be shown again.</summary>
    public string Typed(string control) => Request.HasFormContentType ? (string?)Request.Form[control] ?? "" : "";

    public string AuthorityName(string id) => room.Authorities.Find(id) is null ? "" : room.Authorities.FullName(id);

    /// <summary>Finds the entry, to be changed.</summary>
    /// <returns>Whether there is one for this officer.</returns>
    protected async Task<bool> FindAsync(string service, string number, CancellationToken stop)
    {
        if (room.Catalogue.Find(service) is not { } pack || await room.Db.FindEntryAsync(service, number, stop) is not { } found)
            return false;
        if (!room.Desk.Jurisdiction.Includes(found.AuthorityId))
            return false;
        Pack = pack;
        Entry = await room.Db.RegisterEntries.SingleAsync(e => e.Id == found.Id, stop);
        return true;
    }

    protected async Task<IActionResult> ShowAsync(int status, CancellationToken stop)
    {
        var id = Entry.PublicId;
        Versions = await room
            .Db.EntryVersions.AsNoTracking()
            .Where(v => v.EntryId == id)
            .OrderByDescending(v => v.Version)
            .Take(MostActs)
            .ToListAsync(stop);
        Open = await room.Db.OpenFilings.AsNoTracking().FirstOrDefaultAsync(f => f.EntryId == id && f.Revision > 0, stop);
        Acts = await room
            .Db.Events.AsNoTracking()
            .Where(e => e.SubjectId == id && _acts.Contains(e.Kind))
            .OrderByDescending(e => e.Id)
            .Take(MostActs)
            .ToListAsync(stop);
        Response.Headers.CacheControl = "no-cache, no-store";
        // What the layout needs is told here: a partial view has a copy of its own.
        (ViewData["Title"], ViewData["Nav"]) = (Entry.Name, "ledger");
        return new PageResult { StatusCode = status };
    }

    /// <summary>Changes the entry and saves it; what stops it is told on the page.</summary>
    protected async Task<IActionResult> ActAsync(Process process, Func<Task> act, CancellationToken stop)
    {
        var (service, number) = (Entry.Service, Entry.Number);
        try
        {
            await act();
            await room.Db.SaveAsync(process, stop);
            return Redirect(Links.OfficeEntry(service, number));
        }
        catch (Exception fault) when (fault is Refused or DbUpdateConcurrencyException)
        {
            room.Db.ChangeTracker.Clear();
            if (!await FindAsync(service, number, stop))
                return NotFound();
            Conflict =
                (fault as Refused)?.Reason
                ?? new(
                    "这份登记刚刚有变动，本次操作没有任何改动，请核对后再试。",
                    "This entry has just changed. Nothing was done; please check and try again."
                );
            return await ShowAsync(StatusCodes.Status409Conflict, stop);
        }
    }
}
