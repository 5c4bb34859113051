namespace Beian.Definitions.Sheets.Drawing;

/// <summary>
/// A page as it is drawn, whoever draws it (the PDF, the screen). All places and lengths are millimetres from the page's top left corner,
/// x to the right and y down; only the size of type is in points, as printers say it.
/// </summary>
/// <param name="Width">The paper's width in millimetres (A4: 210).</param>
/// <param name="Height">The paper's height in millimetres (A4: 297).</param>
/// <param name="Marks">What is drawn, each over those before it.</param>
public sealed record DrawnPage(double Width, double Height, IReadOnlyList<Mark> Marks);
