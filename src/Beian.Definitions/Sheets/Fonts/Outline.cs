namespace Beian.Definitions.Sheets.Fonts;

/// <summary>
/// The outline of one glyph as the table glyf has it, without the instructions for coarse screens, which print does not need.
/// </summary>
/// <param name="Data">The bytes; empty for a blank.</param>
/// <param name="Components">Where in <paramref name="Data"/> the numbers of other glyphs stand that it is put together from.</param>
internal sealed record Outline(byte[] Data, IReadOnlyList<int> Components)
{
    private const int WordArguments = 0x0001;
    private const int OneScale = 0x0008;
    private const int MoreComponents = 0x0020;
    private const int TwoScales = 0x0040;
    private const int Matrix = 0x0080;
    private const int Instructions = 0x0100;

    private static readonly Outline Blank = new([], []);

    /// <summary>Reads a glyph from its part of the table.</summary>
    public static Outline Read(FontTable glyph)
    {
        if (glyph.Length == 0)
            return Blank;
        if (IsComposite(glyph))
            return ReadComposite(glyph);
        var (contours, points) = Simple(glyph);
        return new([.. glyph.Slice(0, contours), 0, 0, .. glyph.Bytes[points..]], []);
    }

    public static bool IsComposite(FontTable glyph) => glyph.Length > 0 && glyph.S16(0) < 0;

    /// <summary>
    /// Where a simple glyph's header with the last point of each contour ends, and where, after the instructions, its points begin.
    /// </summary>
    public static (int Contours, int Points) Simple(FontTable glyph)
    {
        var contours = 10 + 2 * glyph.S16(0);
        var points = contours + 2 + glyph.U16(contours);
        _ = glyph.Slice(points, glyph.Length - points);
        return (contours, points);
    }

    private static Outline ReadComposite(FontTable glyph)
    {
        var components = new List<int>();
        var at = 10;
        int flags;
        do
        {
            flags = glyph.U16(at);
            components.Add(at + 2);
            var scale =
                (flags & Matrix) != 0 ? 8
                : (flags & TwoScales) != 0 ? 4
                : (flags & OneScale) != 0 ? 2
                : 0;
            at += 4 + ((flags & WordArguments) != 0 ? 4 : 2) + scale;
        } while ((flags & MoreComponents) != 0);
        var data = glyph.Slice(0, at).ToArray();
        foreach (var component in components)
            data[component - 2] &= (~Instructions >> 8) & 0xFF; // the flags stand before the number, the high byte first
        return new(data, components);
    }
}
