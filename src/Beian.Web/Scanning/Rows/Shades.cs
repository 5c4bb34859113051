namespace Beian.Web.Scanning.Rows;

/// <summary>What the samples of a pixel say, and how dark that is.</summary>
/// <param name="Channels">Samples a pixel.</param>
/// <param name="ToGrey">The shade of a pixel from its samples, each scaled to 0–255; of a palette's index as it is.</param>
/// <param name="IsIndexed">Whether the sample is the number of a colour rather than a shade.</param>
internal sealed record Shades(int Channels, Func<ReadOnlySpan<byte>, byte> ToGrey, bool IsIndexed = false)
{
    public static Shades Grey { get; } = new(1, p => p[0]);

    /// <summary>One channel of ink (a separation) or a stencil: 255 is dark.</summary>
    public static Shades Ink { get; } = new(1, p => (byte)(255 - p[0]));

    public static Shades GreyAlpha { get; } = new(2, p => OverPaper(p[0], p[1]));

    public static Shades Rgb { get; } = new(3, p => Luma(p[0], p[1], p[2]));

    public static Shades RgbAlpha { get; } = new(4, p => OverPaper(Luma(p[0], p[1], p[2]), p[3]));

    public static Shades Cmyk { get; } = new(4, p => (byte)((255 - Luma(p[0], p[1], p[2])) * (255 - p[3]) / 255));

    /// <summary>Lightness and two colour differences.</summary>
    public static Shades Lab { get; } = new(3, p => p[0]);

    /// <param name="palette">The shade of each colour.</param>
    public static Shades Indexed(byte[] palette) => new(1, p => p[0] < palette.Length ? palette[p[0]] : byte.MaxValue, IsIndexed: true);

    /// <summary>The other way round, as a PDF's Decode array may ask.</summary>
    public Shades Inverted() => new(Channels, p => (byte)(255 - ToGrey(p)), IsIndexed);

    /// <summary>The shades of a palette of <paramref name="colour"/>s, as bytes one after another.</summary>
    public static byte[] PaletteOf(ReadOnlySpan<byte> colours, Shades colour)
    {
        var palette = new byte[Math.Min(256, colours.Length / colour.Channels)];
        for (var i = 0; i < palette.Length; i++)
            palette[i] = colour.ToGrey(colours.Slice(i * colour.Channels, colour.Channels));
        return palette;
    }

    // ITU-R BT.601, in 256ths.
    private static byte Luma(int red, int green, int blue) => (byte)((77 * red + 150 * green + 29 * blue) >> 8);

    private static byte OverPaper(int shade, int alpha) => (byte)(255 - (255 - shade) * alpha / 255);
}
