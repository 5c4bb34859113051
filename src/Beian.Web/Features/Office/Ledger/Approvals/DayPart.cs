namespace Beian.Web.Features.Office.Ledger.Approvals;

/// <summary>As many approvals of a day as are printed at once, in the order of approval.</summary>
/// <param name="From">The place behind which they begin; null: at the first of the day.</param>
/// <param name="Next">The place behind which the following ones begin; null: these are the last.</param>
public sealed record DayPart(DateOnly Day, ApprovalPlace? From, ApprovalPlace? Next, IReadOnlyList<ApprovedFiling> Filings)
{
    /// <summary>Those that have sheets.</summary>
    public IReadOnlyList<ApprovedFiling> Printable { get; } = [.. Filings.Where(f => f.HasSheets)];
}
