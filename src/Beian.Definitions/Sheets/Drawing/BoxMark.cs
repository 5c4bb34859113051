namespace Beian.Definitions.Sheets.Drawing;

/// <summary>A rectangle, in millimetres.</summary>
/// <param name="X">The left edge.</param>
/// <param name="Y">The upper edge.</param>
/// <param name="Width">How far it reaches to the right.</param>
/// <param name="Height">How far it reaches down.</param>
/// <param name="Thickness">The thickness of its black frame, which lies half inside; 0 for none.</param>
/// <param name="Grey">What it is filled with, from 0 (black) to 1 (white); null for nothing.</param>
public sealed record BoxMark(double X, double Y, double Width, double Height, double Thickness, double? Grey) : Mark;
