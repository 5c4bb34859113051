namespace Beian.Definitions.Sheets.Fonts;

/// <summary>A font file cannot be used: damaged, of another kind, or not allowed to be embedded. The message names the font and the table.</summary>
public sealed class FontFault(string message) : Exception(message);
