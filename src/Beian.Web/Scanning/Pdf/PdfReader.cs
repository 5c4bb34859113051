using Beian.Web.Scanning.Jpeg;
using Beian.Web.Scanning.Rows;

namespace Beian.Web.Scanning.Pdf;

/// <summary>The pictures of a PDF, as a scanner or a telephone puts its pages into one: JPEG, or compressed rows.</summary>
internal static class PdfReader
{
    /// <summary>A signed sheet has two pages; a file of more pictures is looked at as far as this.</summary>
    private const int MaxPictures = 24;

    /// <summary>Logos and signatures are smaller than a page.</summary>
    private const int MinSide = 60;

    /// <summary>A JPEG that was compressed once more is hardly longer unpacked than packed.</summary>
    private const int MaxPackedPicture = 12 * 1024 * 1024;

    /// <summary>Its pictures one by one, each as a reading that may fail by itself.</summary>
    public static IEnumerable<Func<(GreyPicture Picture, bool IsWhole)>> Pictures(byte[] pdf, Deadline deadline)
    {
        var file = new PdfFile(pdf, deadline);
        return file.Streams()
            .Where(s => file.Resolve(s.Says.Find("Subtype")) is PdfName { Text: "Image" })
            .Where(s => file.Int(s.Says.Find("Width", "W")) >= MinSide && file.Int(s.Says.Find("Height", "H")) >= MinSide)
            .Take(MaxPictures)
            .Select<PdfStream, Func<(GreyPicture, bool)>>(s => () => Read(file, s, deadline));
    }

    private static (GreyPicture Picture, bool IsWhole) Read(PdfFile file, PdfStream stream, Deadline deadline)
    {
        var filters = PdfFilters.NamesOf(file, stream);
        var packed = stream.Packed;
        var index = 0;
        // A JPEG may be compressed once more; rows are unpacked as they are read.
        while (index + 1 < filters.Count && PdfFilters.IsFlate(filters[index]))
        {
            packed = PdfFilters.Inflate(packed, MaxPackedPicture);
            index++;
        }
        if (index + 1 < filters.Count)
            throw ScanFault.NotReadHere("A picture of a rare filter.");
        return filters.Count == 0 ? ReadRows(file, stream, new MemoryStream(packed.ToArray(), writable: false), index, deadline)
            : PdfFilters.IsFlate(filters[index]) ? ReadRows(file, stream, PdfFilters.Open(packed), index, deadline)
            : filters[index] is "DCTDecode" or "DCT" ? JpegReader.Read(packed.Span, deadline)
            : throw ScanFault.NotReadHere("A picture of a rare coding.");
    }

    private static (GreyPicture Picture, bool IsWhole) ReadRows(
        PdfFile file,
        PdfStream stream,
        Stream samples,
        int index,
        Deadline deadline
    )
    {
        using (samples)
        {
            var says = stream.Says;
            var (width, height) = (file.Int(says.Find("Width", "W")) ?? 0, file.Int(says.Find("Height", "H")) ?? 0);
            var bits = file.Resolve(says.Find("ImageMask", "IM")) is true ? 1 : file.Int(says.Find("BitsPerComponent", "BPC")) ?? 8;
            var canvas = new ShrinkingCanvas(width, height);
            var filter = PdfFilters.RowFilterOf(file, PdfFilters.ParametersOf(file, stream, index));
            var rows = new PixelRows(width, height, bits, PdfColours.Of(file, says), filter);
            return (canvas.Picture, rows.Read(samples, canvas.Take, deadline));
        }
    }
}
