using System.Text;

namespace Beian.Definitions.Sheets.Fonts;

/// <summary>How a character is drawn: by which glyph of which face.</summary>
/// <param name="Face">The face; null where no glyph is drawn.</param>
/// <param name="Id">The glyph in that face.</param>
/// <param name="Character">The character it stands for in the text that a reader copies.</param>
/// <param name="Advance">How far the next character stands from it, in ems.</param>
internal readonly record struct Glyph(FontFace? Face, ushort Id, Rune Character, double Advance)
{
    /// <summary>No font has it: a box with its number is drawn, one em wide.</summary>
    public bool IsMissing => Face is null && Advance > 0;

    /// <summary>A character that is not to be seen.</summary>
    public static Glyph Invisible(Rune character) => new(null, 0, character, 0);

    public static Glyph Missing(Rune character) => new(null, 0, character, 1);
}
