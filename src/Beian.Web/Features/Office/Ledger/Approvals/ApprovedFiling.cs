using Beian.Definitions.Packs;
using Beian.Web.Features.Filings;
using Beian.Web.Features.Register;

namespace Beian.Web.Features.Office.Ledger.Approvals;

/// <summary>A filing that was approved.</summary>
/// <param name="Entered">What it entered into the register; null where it only ended an entry.</param>
public sealed record ApprovedFiling(Filing Filing, Pack Pack, EnteredFiling? Entered)
{
    /// <summary>Whether there is anything to print for the seal.</summary>
    public bool HasSheets => Entered is not null && Pack.Sheets.Count > 0;
}
