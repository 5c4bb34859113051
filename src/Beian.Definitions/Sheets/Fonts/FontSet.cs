using System.Text;

namespace Beian.Definitions.Sheets.Fonts;

/// <summary>The fonts sheets are printed with: a regular and a bold face, and others for what these lack.</summary>
/// <param name="regular">The usual face.</param>
/// <param name="bold">The face of bold text; what it lacks is drawn by the regular one.</param>
/// <param name="fallbacks">Asked in turn for characters the first two lack.</param>
public sealed class FontSet(FontFace regular, FontFace bold, IReadOnlyList<FontFace> fallbacks)
{
    private const double MillimetresPerPoint = 25.4 / 72;

    private readonly FontFace[] _regularFirst = [regular, .. fallbacks];
    private readonly FontFace[] _boldFirst = [bold, regular, .. fallbacks];

    /// <summary>How far the em box of Chinese characters reaches above the baseline at a size in points; millimetres.</summary>
    public double Ascent(double size) => size * MillimetresPerPoint * regular.Ascent / regular.UnitsPerEm;

    /// <summary>How far the em box of Chinese characters reaches below the baseline at a size in points; millimetres, positive.</summary>
    public double Descent(double size) => size * MillimetresPerPoint * regular.Descent / regular.UnitsPerEm;

    /// <summary>How wide a line of text is at a size in points; millimetres. A character no font has counts one em, as its box is drawn.</summary>
    public double WidthOf(string text, double size, bool bold)
    {
        var ems = 0.0;
        foreach (var character in text.EnumerateRunes())
            ems += Find(character, bold).Advance;
        return ems * size * MillimetresPerPoint;
    }

    /// <summary>Whether a character is drawn as itself. What is not meant to be seen (a joiner, a variation selector) counts as covered.</summary>
    public bool Covers(Rune character) => !Find(character, bold: false).IsMissing;

    /// <summary>The characters of a text that no font has, each once, in their order: on paper a box with its number stands for them.</summary>
    public IReadOnlyList<Rune> NotCovered(string text)
    {
        List<Rune>? missing = null;
        foreach (var character in text.EnumerateRunes())
            if (!Covers(character) && missing?.Contains(character) != true)
                (missing ??= []).Add(character);
        return missing ?? [];
    }

    /// <summary>How a character is drawn.</summary>
    internal Glyph Find(Rune character, bool bold)
    {
        if (Rune.IsControl(character))
            character = new Rune(' ');
        if (IsInvisible(character.Value))
            return Glyph.Invisible(character);
        foreach (var face in bold ? _boldFirst : _regularFirst)
            if (face.GlyphOf(character.Value) is var glyph and not 0)
                return new(face, glyph, character, (double)face.WidthOf(glyph) / face.UnitsPerEm);
        return Glyph.Missing(character);
    }

    /// <summary>Characters that only say how others are to be drawn (Default_Ignorable_Code_Point of Unicode 16).</summary>
    private static bool IsInvisible(int character) =>
        character
            is 0x00AD
                or 0x034F
                or 0x061C
                or 0x115F
                or 0x1160
                or 0x17B4
                or 0x17B5
                or (>= 0x180B and <= 0x180F)
                or (>= 0x200B and <= 0x200F)
                or (>= 0x202A and <= 0x202E)
                or (>= 0x2060 and <= 0x206F)
                or 0x3164
                or (>= 0xFE00 and <= 0xFE0F)
                or 0xFEFF
                or 0xFFA0
                or (>= 0xFFF0 and <= 0xFFF8)
                or (>= 0x1BCA0 and <= 0x1BCA3)
                or (>= 0x1D173 and <= 0x1D17A)
                or (>= 0xE0000 and <= 0xE0FFF);
}
