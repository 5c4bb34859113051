using Beian.Web.Features.Filings.Kinds;
using Beian.Web.Features.Shared;
using Beian.Web.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Beian.Web.Features.Office.Ledger.Approvals;

/// <summary>What the officer's authority approved on a day, and the way to the sheets of all of it in one file.</summary>
public sealed class IndexModel(DaySheets sheets, Desk desk, Texts texts) : PageModel
{
    public DayPart Part { get; private set; } = null!;

    /// <summary>Those printed for the seal before.</summary>
    public IReadOnlySet<Guid> Printed { get; private set; } = new HashSet<Guid>();

    public ErrorSummary Problems { get; private set; } = new([]);

    /// <summary>The address of the file.</summary>
    public string FileAddress => Links.OfficeApprovalSheets(Part.Day, Part.From?.ToString());

    public string Authority => desk.Jurisdiction.Authority.Name;

    public string BusinessOf(ApprovedFiling approved) => texts[KindWords.BusinessOf(approved.Pack, approved.Filing.Kind)];

    /// <param name="day">The day; without one, today.</param>
    /// <param name="after">The place behind which to go on.</param>
    public async Task OnGetAsync(string? day, string? after, CancellationToken stop)
    {
        var date = ChinaTime.Read(day);
        if (date is null && !string.IsNullOrWhiteSpace(day))
            Problems = new([new("day", texts[ChinaTime.Unreadable])]);
        Part = await sheets.ReadAsync(date ?? desk.Today, date is null ? null : ApprovalPlace.Read(after), stop);
        Printed = await sheets.PrintedAsync(Part, stop);
        Response.Headers.CacheControl = "no-cache, no-store";
    }
}
