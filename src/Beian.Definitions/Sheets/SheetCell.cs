namespace Beian.Definitions.Sheets;

/// <summary>A rectangle of a sheet and what stands in it. Lengths in millimetres, from the top left corner of the page.</summary>
/// <param name="X">The left edge.</param>
/// <param name="Y">The upper edge.</param>
/// <param name="Width">The width.</param>
/// <param name="Height">The height.</param>
/// <param name="Content">What stands in it; null for an empty cell.</param>
public sealed record SheetCell(double X, double Y, double Width, double Height, SheetContent? Content)
{
    /// <summary>The size of its text in points, before a long text shrinks.</summary>
    public double Size { get; init; } = 10.5;

    /// <summary>Whether its text is bold.</summary>
    public bool Bold { get; init; }

    /// <summary>Where its lines stand between left and right.</summary>
    public SheetAlign Align { get; init; }

    /// <summary>Where its lines stand between top and bottom.</summary>
    public SheetVerticalAlign VerticalAlign { get; init; }

    /// <summary>Whether it has a line around it.</summary>
    public bool Border { get; init; }

    /// <summary>Whether it is tinted, as headings of a grid are.</summary>
    public bool Tint { get; init; }
}

/// <summary>Where lines stand between left and right.</summary>
public enum SheetAlign
{
    /// <summary>At the left edge.</summary>
    Left,

    /// <summary>In the middle.</summary>
    Center,

    /// <summary>At the right edge.</summary>
    Right,
}

/// <summary>Where lines stand between top and bottom.</summary>
public enum SheetVerticalAlign
{
    /// <summary>In the middle.</summary>
    Middle,

    /// <summary>At the upper edge.</summary>
    Top,

    /// <summary>At the lower edge.</summary>
    Bottom,
}
