using Beian.Web.Features.Filings;

namespace Beian.Web.Features.Office.Ledger.Approvals;

/// <summary>A place among the approvals of a day, as <c>after=</c> in the address: when the last filing was approved, and its id.</summary>
public sealed record ApprovalPlace(DateTime At, Guid Id)
{
    /// <summary>The place behind a filing.</summary>
    public static ApprovalPlace Behind(Filing filing) => new(filing.DecidedAt!.Value, filing.Id);

    /// <summary>Reads it; null at the beginning of the day and for what cannot be read.</summary>
    public static ApprovalPlace? Read(string? text) => QueuePlace.ReadKey(text) is var (at, id) ? new(at, id) : null;

    public override string ToString() => QueuePlace.KeyOf(At, Id);
}
