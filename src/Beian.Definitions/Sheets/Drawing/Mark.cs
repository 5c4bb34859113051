namespace Beian.Definitions.Sheets.Drawing;

/// <summary>One thing drawn on a page: a <see cref="TextMark"/>, <see cref="LineMark"/>, <see cref="BoxMark"/> or <see cref="QrMark"/>.</summary>
public abstract record Mark;
