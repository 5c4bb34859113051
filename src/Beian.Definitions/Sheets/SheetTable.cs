using Beian.Definitions.Fields;

namespace Beian.Definitions.Sheets;

/// <summary>A table of a sheet: a line of headings and a fixed number of rows; further rows go on a continuation page.</summary>
/// <param name="Field">The table of the form.</param>
/// <param name="X">The left edge, in millimetres.</param>
/// <param name="Y">The upper edge, in millimetres.</param>
/// <param name="HeadHeight">The height of the headings, in millimetres.</param>
/// <param name="RowHeight">The height of a row, in millimetres.</param>
/// <param name="Rows">How many rows the sheet has room for.</param>
/// <param name="Columns">The columns, from left to right.</param>
/// <param name="Size">The size of its text in points, before a long text shrinks.</param>
public sealed record SheetTable(
    TableField Field,
    double X,
    double Y,
    double HeadHeight,
    double RowHeight,
    int Rows,
    IReadOnlyList<SheetColumn> Columns,
    double Size
)
{
    /// <summary>Its width, in millimetres.</summary>
    public double Width => Columns.Sum(c => c.Width);

    /// <summary>Its height, in millimetres.</summary>
    public double Height => HeadHeight + Rows * RowHeight;
}

/// <summary>A column of a table.</summary>
/// <param name="Heading">What stands above it.</param>
/// <param name="Value">The column's field or one of its controls; null: the number of the row.</param>
/// <param name="Width">Its width, in millimetres.</param>
/// <param name="Align">Where its texts stand between left and right.</param>
public sealed record SheetColumn(LocalizedText Heading, SheetValue? Value, double Width, SheetAlign Align);
