namespace Beian.Definitions.Sheets.Layout;

/// <summary>The width of a text in millimetres at a size in points; what a set of fonts answers.</summary>
public delegate double TextWidth(string text, double size, bool bold);
