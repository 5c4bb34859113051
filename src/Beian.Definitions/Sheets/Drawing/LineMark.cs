namespace Beian.Definitions.Sheets.Drawing;

/// <summary>A straight black line, in millimetres. Its ends reach half its thickness beyond the points, so that corners close.</summary>
public sealed record LineMark(double X1, double Y1, double X2, double Y2, double Thickness) : Mark;
