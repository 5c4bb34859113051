using Beian.Definitions.Sheets;

namespace Beian.Web.Features.Filings.Sheets;

/// <summary>What is printed of one filing.</summary>
/// <param name="Sheets">The sheets, in the order of printing; at least one.</param>
public sealed record SheetOrder(IReadOnlyList<Sheet> Sheets, SheetData Data);
