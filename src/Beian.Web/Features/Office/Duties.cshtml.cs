using System.Globalization;
using Beian.Web.Authorities;
using Beian.Web.Data;
using Beian.Web.Features.Register;
using Beian.Web.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Office;

/// <summary>An entry for which what must follow its approval is overdue.</summary>
public sealed record DutyRow(long Id, string Service, string Number, string Name, string AuthorityId, DateOnly DueOn);

/// <summary>逾期手续: valid entries of the jurisdiction whose duties are overdue, longest first. The officer decides about each.</summary>
public sealed class DutiesModel(AppDb db, Desk desk, Catalogue.Catalogue catalogue, AuthorityTree authorities) : PageModel
{
    private const int PageSize = 50;

    public IReadOnlyList<DutyRow> Rows { get; private set; } = [];

    public string? Next { get; private set; }

    public DateOnly Today => desk.Today;

    public Definitions.LocalizedText TitleOf(string service) => catalogue.Find(service)?.Service.Title ?? new(service, service);

    public string AuthorityName(string id) => authorities.Find(id)?.Name ?? "";

    public async Task OnGetAsync(string? after, CancellationToken stop)
    {
        var (today, ids) = (desk.Today, desk.Jurisdiction.Ids);
        var entries = db.RegisterEntries.AsNoTracking().Where(e => e.DutyDueOn < today && e.State == EntryState.Valid);
        if (!desk.Jurisdiction.IsEverything)
            entries = entries.Where(e => ids.Contains(e.AuthorityId));
        if (ReadPlace(after) is var (due, id))
            entries = entries.Where(e => e.DutyDueOn > due || e.DutyDueOn == due && e.Id > id);
        var rows = await entries
            .OrderBy(e => e.DutyDueOn)
            .ThenBy(e => e.Id)
            .Take(PageSize + 1)
            .Select(e => new DutyRow(e.Id, e.Service, e.Number, e.Name, e.AuthorityId, e.DutyDueOn!.Value))
            .ToListAsync(stop);
        Rows = [.. rows.Take(PageSize)];
        if (rows.Count > PageSize)
            Next = string.Create(CultureInfo.InvariantCulture, $"{Links.OfficeDuties}?after={Rows[^1].DueOn:yyyy-MM-dd}_{Rows[^1].Id}");
    }

    private static (DateOnly Due, long Id)? ReadPlace(string? after) =>
        (after ?? "").Split('_') is [var day, var number]
        && DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var due)
        && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? (due, id)
            : null;
}
