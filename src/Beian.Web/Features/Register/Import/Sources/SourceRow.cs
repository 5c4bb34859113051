namespace Beian.Web.Features.Register.Import.Sources;

/// <summary>A row of a file.</summary>
/// <param name="Line">Where it begins, from 1; in a spreadsheet the row's number.</param>
/// <param name="Cells">Its cells as text; there may be fewer than columns.</param>
/// <param name="Fault">Why it cannot be read at all; null where it can.</param>
public sealed record SourceRow(long Line, string[] Cells, Definitions.LocalizedText? Fault = null);
