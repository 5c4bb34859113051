using Beian.Web.Data;
using Beian.Web.Features.Filings.Kinds;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Filings;

/// <summary>A line of the list of one's own filings.</summary>
public sealed record FilingRow(
    Guid Id,
    string Service,
    string Number,
    string SubjectName,
    string AuthorityId,
    FilingState State,
    bool HasWorkingCopy,
    DateTime UpdatedAt,
    DateOnly? DueOn,
    string Kind
)
{
    public const int PageSize = 20;

    /// <summary>Where it stands in the register; null where it made nothing there.</summary>
    public FilingStanding? Standing { get; init; }

    public bool IsEditable => State is FilingState.Draft or FilingState.Returned or FilingState.Submitted;

    public bool MaySubmit => State is FilingState.Draft or FilingState.Returned || (State == FilingState.Submitted && HasWorkingCopy);

    /// <summary>A page of the visitor's filings, newest first.</summary>
    /// <param name="before">The last one of the page before; null: from the newest.</param>
    /// <param name="services">Only those of these services; null: of all.</param>
    /// <returns>The page, and whether more follow.</returns>
    public static async Task<(IReadOnlyList<FilingRow> Rows, bool More)> ReadAsync(
        AppDb db,
        Filer filer,
        FindFilingStandings findStandings,
        Guid? before,
        CancellationToken stop,
        string[]? services = null
    )
    {
        var filings = db.FilingsOf(filer);
        if (services is not null)
            filings = filings.Where(f => services.Contains(f.Service));
        if (before is { } last)
            filings = filings.Where(f => f.Id.CompareTo(last) < 0);
        var rows = await filings
            .OrderByDescending(f => f.Id)
            .Take(PageSize + 1)
            .Select(f => new FilingRow(
                f.Id,
                f.Service,
                f.Number,
                f.SubjectName,
                f.AuthorityId,
                f.State,
                f.HasWorkingCopy,
                f.UpdatedAt,
                f.DueOn,
                f.Kind
            ))
            .ToListAsync(stop);
        var approved = rows.Where(r => r.State == FilingState.Approved).Select(r => r.Id).ToList();
        var standings = await FilingStanding.ReadAsync(db, findStandings, approved, stop);
        return ([.. rows.Take(PageSize).Select(r => r with { Standing = standings.GetValueOrDefault(r.Id) })], rows.Count > PageSize);
    }
}
