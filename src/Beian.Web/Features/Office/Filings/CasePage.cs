using Beian.Definitions;
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

    /// <summary>What the officer typed, to be shown again; empty on a fresh page.</summary>
    public string Typed(string control) => Request.HasFormContentType ? (string?)Request.Form[control] ?? "" : "";

    protected Texts T => room.Texts;

    protected async Task<IActionResult> ShowAsync(Guid id, bool reveal, CancellationToken stop)
    {
        if (await room.Cases.FindAsync(id, stop) is not { } filing)
            return NotFound();
        Case = await room.Cases.ReadAsync(filing, reveal, stop);
        return Show(StatusCodes.Status200OK);
    }

    protected PageResult Show(int status)
    {
        Response.Headers.CacheControl = "no-cache, no-store";
        return new() { StatusCode = status };
    }
}
