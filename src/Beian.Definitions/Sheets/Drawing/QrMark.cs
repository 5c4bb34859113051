namespace Beian.Definitions.Sheets.Drawing;

/// <summary>A QR code, in millimetres. <see cref="QrPattern"/> says which of its modules are dark.</summary>
/// <param name="X">The left edge.</param>
/// <param name="Y">The upper edge.</param>
/// <param name="Side">Width and height, the quiet zone included.</param>
/// <param name="Text">What it says.</param>
public sealed record QrMark(double X, double Y, double Side, string Text) : Mark;
