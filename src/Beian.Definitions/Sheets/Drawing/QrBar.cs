namespace Beian.Definitions.Sheets.Drawing;

/// <summary>Dark modules side by side in one row of a <see cref="QrPattern"/>, counted in modules from its top left corner.</summary>
public readonly record struct QrBar(int X, int Y, int Length);
