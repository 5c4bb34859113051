using Beian.Web.Scanning.Rows;

namespace Beian.Web.Scanning.Pdf;

/// <summary>What the samples of a PDF's picture mean (ISO 32000-1, 8.6), as far as shades of grey go.</summary>
internal static class PdfColours
{
    public static Shades Of(PdfFile file, PdfDictionary says)
    {
        var isStencil = file.Resolve(says.Find("ImageMask", "IM")) is true;
        var shades = isStencil ? Shades.Grey : Of(file, says.Find("ColorSpace", "CS"), 0);
        // A stencil paints where a sample is 0; a Decode array that runs downwards turns a picture round.
        var turned =
            file.Resolve(says.Find("Decode", "D")) is List<object?> { Count: >= 2 } range
            && file.Resolve(range[0]) is double from
            && file.Resolve(range[1]) is double to
            && from > to;
        return turned && !shades.IsIndexed ? shades.Inverted() : shades;
    }

    private static Shades Of(PdfFile file, object? space, int depth)
    {
        var value = file.Resolve(space);
        var (name, rest) = value switch
        {
            PdfName alone => (alone.Text, new List<object?>()),
            List<object?> { Count: > 0 } list when file.Resolve(list[0]) is PdfName first => (first.Text, list),
            _ => ("", []),
        };
        if (depth > 4)
            throw ScanFault.Damaged("A colour space within itself.");
        return name switch
        {
            "DeviceGray" or "CalGray" or "G" => Shades.Grey,
            "DeviceRGB" or "CalRGB" or "RGB" => Shades.Rgb,
            "DeviceCMYK" or "CMYK" => Shades.Cmyk,
            "Lab" => Shades.Lab,
            "Separation" => Shades.Ink,
            "ICCBased" when rest.Count > 1 && file.Resolve(rest[1]) is PdfStream profile => file.Int(profile.Says.Find("N")) switch
            {
                1 => Shades.Grey,
                3 => Shades.Rgb,
                4 => Shades.Cmyk,
                _ => throw ScanFault.Damaged("A colour profile of an odd number of channels."),
            },
            "Indexed" or "I" when rest.Count > 3 => Shades.Indexed(Shades.PaletteOf(Lookup(file, rest[3]), Of(file, rest[1], depth + 1))),
            _ => throw ScanFault.NotReadHere("A picture of a rare colour space."),
        };
    }

    private static byte[] Lookup(PdfFile file, object? table) =>
        file.Resolve(table) switch
        {
            byte[] text => text,
            PdfStream stream => PdfFilters.Unpack(file, stream, 4096),
            _ => [],
        };
}
