namespace Beian.Definitions.Sheets.Drawing;

/// <summary>One line of black text. It is drawn as it is: who lays out has broken and fitted it.</summary>
/// <param name="X">The left edge of the first character, in millimetres.</param>
/// <param name="Baseline">The line the letters stand on, in millimetres from the top of the page.</param>
/// <param name="Size">The size of type in points (1/72 inch).</param>
/// <param name="Bold">Whether the bold face is used.</param>
/// <param name="Text">The text. Line breaks and other control characters in it are drawn as spaces.</param>
public sealed record TextMark(double X, double Baseline, double Size, bool Bold, string Text) : Mark;
