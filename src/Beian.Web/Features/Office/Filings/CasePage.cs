using Beian.Definitions;
using Beian.Web.Features.Filings;
using Beian.Web.Features.Shared;
using Beian.Web.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Beian.Web.Features.Office.Filings;

/// <summary>The page of a case, which every act on it shows again when it could not be done: 422 with problems, 409 with what happened.</summary>
public abstract class CasePage(CaseRoom room) : PageModel
{
    public Case Case { get; protected set; } = null!;

    public ErrorSummary Problems { get; protected set; } = new([]);

    /// <summary>Why an act could not be done in the present state of things.</summary>
    public LocalizedText? Conflict { get; protected set; }

    /// <summary>What stands in a field of the authority's: as typed, before that as it is registered.</summary>
    public string Shown(string control) =>
        Request.HasFormContentType && Request.Form.ContainsKey(control) ? Typed(control) : Case.Basis?.Before[control] ?? "";

    public CaseRoom Room => room;

    /// <summary>The ledger the officer came from, which the address says; null: opened by itself.</summary>
    public QueueFilter? Queue =>
        field ??= Request.Query.ContainsKey("state") ? new QueueFilter(Request.Query, room.Desk, room.Texts) : null;

    /// <summary>The end of every address on the page: acts and other cases stay within that ledger.</summary>
    public string Trail => Queue is { } queue ? queue.Query(queue.State).ToString() : "";

    /// <summary>The ledger itself.</summary>
    public string Back => Queue is { } queue ? queue.Link(queue.State) : Links.OfficeQueue;

    /// <summary>The next case of the ledger.</summary>
    public Guid? Next { get; private set; }

    /// <summary>What the officer did last, where that led here.</summary>
    public Done? Done { get; private set; }

    /// <summary>What the officer typed, to be shown again; empty on a fresh page.</summary>
    public string Typed(string control) =>
        Request.HasFormContentType ? (string?)Request.Form[control] ?? ""
        : control == "reason" ? Kept
        : "";

    /// <summary>The reason that was in the form when notes were kept, this once.</summary>
    private string Kept => field ??= TempData[KeptReason] as string ?? "";

    /// <summary>Under which name it waits behind a redirect: each case has its own.</summary>
    protected string KeptReason => $"reason.{Case.Filing.Id:N}";

    /// <summary>Whether a box was ticked.</summary>
    public bool IsTicked(string control, string value) => Request.HasFormContentType && Request.Form[control].Contains(value);

    /// <summary>The address of this case in another view.</summary>
    public string Look(int? revision = null, int? against = null, Guid? file = null)
    {
        var query = new QueryString(Trail.Length > 0 ? Trail : null);
        if (revision is { } number && number != Case.Filing.Revision)
            query = query.Add("revision", $"{number}");
        if (against is { } other)
            query = query.Add("against", $"{other}");
        if (file is { } opened)
            query = query.Add("file", $"{opened}");
        return Links.OfficeFiling(Case.Filing.Id) + query;
    }

    /// <summary>The address of an act on this case.</summary>
    public string Act(string act) => Links.OfficeAct(Case.Filing.Id, act) + Trail;

    protected Texts T => room.Texts;

    protected async Task<IActionResult> ShowAsync(Guid id, CaseView view, CancellationToken stop)
    {
        if (await room.Cases.FindAsync(id, stop) is not { } filing)
            return NotFound();
        if (view.Revision is { } number && (number < 1 || number > filing.Revision))
            return NotFound();
        Case = await room.Cases.ReadAsync(filing, view, stop);
        return await ShowAsync(StatusCodes.Status200OK, stop);
    }

    protected async Task<IActionResult> ShowAsync(int status, CancellationToken stop)
    {
        Next = await room.Desk.NextAsync(Queue, QueuePlace.Behind(Case.Filing), Case.Filing.Id, stop);
        Done = await room.Desk.DoneAsync(Request.Query["done"], stop);
        Response.Headers.CacheControl = "no-cache, no-store";
        // What the layout needs is told here: a partial view has a copy of its own.
        var name = Subject.Of(Case.Pack, Case.Answers, null).Name;
        (ViewData["Title"], ViewData["Nav"], ViewData["Wide"]) = (name.Length > 0 ? name : Case.Filing.Number, "queue", true);
        return new PageResult { StatusCode = status };
    }
}
