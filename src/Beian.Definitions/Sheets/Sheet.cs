namespace Beian.Definitions.Sheets;

/// <summary>One side of a pack's printed form (sheets/*.yaml), compiled: every cell at its place in millimetres from the top left corner.</summary>
/// <param name="Code">The file's name without extension (<c>front</c>), which is also the segment of its address.</param>
/// <param name="Title">What it is called (正面).</param>
/// <param name="Order">Its place among the pack's sheets, from 1.</param>
/// <param name="Width">The paper's width in millimetres.</param>
/// <param name="Height">The paper's height in millimetres.</param>
/// <param name="Margin">The edge nothing is printed in, in millimetres.</param>
/// <param name="TextSize">The size of text, in points, where a cell has none of its own.</param>
/// <param name="SmallestSize">The size down to which a long text shrinks, in points.</param>
/// <param name="Cells">The cells and boxes.</param>
/// <param name="Tables">The tables that repeat a row.</param>
public sealed record Sheet(
    string Code,
    LocalizedText Title,
    int Order,
    double Width,
    double Height,
    double Margin,
    double TextSize,
    double SmallestSize,
    IReadOnlyList<SheetCell> Cells,
    IReadOnlyList<SheetTable> Tables
)
{
    /// <summary>The codes of the fields whose answers it prints.</summary>
    public IEnumerable<string> Fields =>
        Cells.SelectMany(c => c.Content?.Fields ?? []).Concat(Tables.Select(t => t.Field.Code)).Distinct(StringComparer.Ordinal);
}
