using System.IO.Compression;
using Beian.Web.Scanning.Rows;

namespace Beian.Web.Scanning.Pdf;

/// <summary>Takes a stream's filters off (ISO 32000-1, 7.4), down to a picture's own coding.</summary>
internal static class PdfFilters
{
    /// <summary>The names of a stream's filters, the outermost first.</summary>
    public static IReadOnlyList<string> NamesOf(PdfFile file, PdfStream stream) =>
        file.Resolve(stream.Says.Find("Filter", "F")) switch
        {
            PdfName name => [name.Text],
            List<object?> names => [.. names.Select(n => (file.Resolve(n) as PdfName)?.Text ?? "")],
            _ => [],
        };

    /// <summary>What the filter at a place of the list is to know; nothing where it needs nothing.</summary>
    public static PdfDictionary ParametersOf(PdfFile file, PdfStream stream, int index) =>
        file.Resolve(stream.Says.Find("DecodeParms", "DP")) switch
        {
            PdfDictionary one when index == 0 => one,
            List<object?> each when index < each.Count => file.Resolve(each[index]) as PdfDictionary ?? [],
            _ => [],
        };

    public static bool IsFlate(string name) => name is "FlateDecode" or "Fl";

    /// <summary>The content of a stream that is compressed once at most, cut off at <paramref name="limit"/>; nothing where it cannot be read.</summary>
    public static byte[] Unpack(PdfFile file, PdfStream stream, int limit)
    {
        var filters = NamesOf(file, stream);
        if (filters.Count == 0)
            return stream.Packed[..Math.Min(limit, stream.Packed.Length)].ToArray();
        if (filters.Count > 1 || !IsFlate(filters[0]) || file.Int(ParametersOf(file, stream, 0).Find("Predictor")) > 1)
            return [];
        return Inflate(stream.Packed, limit);
    }

    /// <summary>As much as can be unpacked, at most <paramref name="limit"/> bytes.</summary>
    public static byte[] Inflate(ReadOnlyMemory<byte> packed, int limit)
    {
        using var inflated = Open(packed);
        var content = new MemoryStream();
        var piece = new byte[16 * 1024];
        try
        {
            while (
                content.Length < limit && inflated.Read(piece, 0, (int)Math.Min(piece.Length, limit - content.Length)) is > 0 and var read
            )
                content.Write(piece, 0, read);
        }
        catch (InvalidDataException)
        {
            // Damaged from here on; what came before may be enough.
        }
        return content.ToArray();
    }

    public static Stream Open(ReadOnlyMemory<byte> packed) =>
        new ZLibStream(new MemoryStream(packed.ToArray(), writable: false), CompressionMode.Decompress);

    /// <summary>What the rows of an uncompressed picture went through.</summary>
    public static RowFilter RowFilterOf(PdfFile file, PdfDictionary parameters) =>
        file.Int(parameters.Find("Predictor")) switch
        {
            null or 1 => RowFilter.None,
            2 => RowFilter.Tiff,
            >= 10 => RowFilter.Png,
            _ => throw ScanFault.Damaged("An unknown predictor."),
        };
}
