using System.Globalization;
using Beian.Web.Features.Filings;

namespace Beian.Web.Features.Office.Ledger.Approvals;

/// <summary>A place among the approvals of a day, as <c>after=</c> in the address: when the last filing was approved, and its id.</summary>
public sealed record ApprovalPlace(DateTime At, Guid Id)
{
    /// <summary>The place behind a filing.</summary>
    public static ApprovalPlace Behind(Filing filing) => new(filing.DecidedAt!.Value, filing.Id);

    /// <summary>Reads it; null at the beginning of the day and for what cannot be read.</summary>
    public static ApprovalPlace? Read(string? text) =>
        (text ?? "").Split('_') is [var time, var id]
        && long.TryParse(time, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
        && ticks < DateTime.MaxValue.Ticks
        && Guid.TryParseExact(id, "N", out var filing)
            ? new(new DateTime(ticks, DateTimeKind.Utc), filing)
            : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{At.Ticks}_{Id:N}");
}
