using System.Globalization;
using Beian.Web.Features.Filings;

namespace Beian.Web.Features.Office;

/// <summary>
/// A place in a ledger, as <c>after=</c> or <c>before=</c> in the address: the sort key of the row there and its id.
/// Filings that wait are in order of their due dates, all others by their last change, newest first.
/// </summary>
public sealed record QueuePlace(bool Before, DateOnly Due, DateTime UpdatedAt, Guid Id)
{
    /// <summary>Reads it; null on the first page and for what cannot be read.</summary>
    public static QueuePlace? Read(IQueryCollection query)
    {
        var before = query.ContainsKey("before");
        return ReadKey(query[before ? "before" : "after"]) is var (time, id) ? new(before, DateOnly.FromDateTime(time), time, id) : null;
    }

    /// <summary>Reads what <see cref="KeyOf"/> wrote; null for what it did not.</summary>
    public static (DateTime Time, Guid Id)? ReadKey(string? text) =>
        (text ?? "").Split('_') is [var key, var id]
        && long.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
        && ticks < DateTime.MaxValue.Ticks
        && Guid.TryParseExact(id, "N", out var guid)
            ? (new DateTime(ticks, DateTimeKind.Utc), guid)
            : null;

    /// <summary>A time to sort by and an id, as addresses have them.</summary>
    public static string KeyOf(DateTime time, Guid id) => string.Create(CultureInfo.InvariantCulture, $"{time.Ticks}_{id:N}");

    /// <summary>The place behind a filing that waits: where its officer goes on once it is dealt with. Null: it waits no longer.</summary>
    public static QueuePlace? Behind(Filing filing) => filing.DueOn is { } due ? new(false, due, filing.UpdatedAt, filing.Id) : null;

    /// <summary>The part of the address that leads behind a row, or before it.</summary>
    public static string Link(QueueRow row, bool before)
    {
        var time = row.State == FilingState.Submitted ? row.DueOn!.Value.ToDateTime(TimeOnly.MinValue) : row.UpdatedAt;
        return $"&{(before ? "before" : "after")}={KeyOf(time, row.Id)}";
    }

    /// <summary>The rows of a page in their order, or in the reverse order when it leads back; one more than fits tells of a further page.</summary>
    public static IQueryable<Filing> Page(IQueryable<Filing> filings, FilingState state, QueuePlace? place)
    {
        var back = place?.Before == true;
        if (state == FilingState.Submitted)
        {
            if (place is { Due: var due, Id: var id })
                filings = back
                    ? filings.Where(f => f.DueOn < due || f.DueOn == due && f.Id.CompareTo(id) < 0)
                    : filings.Where(f => f.DueOn > due || f.DueOn == due && f.Id.CompareTo(id) > 0);
            return back
                ? filings.OrderByDescending(f => f.DueOn).ThenByDescending(f => f.Id)
                : filings.OrderBy(f => f.DueOn).ThenBy(f => f.Id);
        }
        if (place is { UpdatedAt: var time, Id: var last })
            filings = back
                ? filings.Where(f => f.UpdatedAt > time || f.UpdatedAt == time && f.Id.CompareTo(last) > 0)
                : filings.Where(f => f.UpdatedAt < time || f.UpdatedAt == time && f.Id.CompareTo(last) < 0);
        return back
            ? filings.OrderBy(f => f.UpdatedAt).ThenBy(f => f.Id)
            : filings.OrderByDescending(f => f.UpdatedAt).ThenByDescending(f => f.Id);
    }
}
