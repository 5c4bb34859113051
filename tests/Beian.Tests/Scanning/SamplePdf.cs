using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Beian.Tests.Scanning;

/// <summary>Puts pictures into a PDF the ways scanners do. Files written by other programs stand in Samples/.</summary>
internal static class SamplePdf
{
    /// <summary>A PDF of one page for each picture, which is given as what its dictionary says and its bytes.</summary>
    public static byte[] Write(params (string Says, byte[] Content)[] pictures)
    {
        var pdf = new MemoryStream();
        void Line(string line) => pdf.Write(Encoding.Latin1.GetBytes(line + "\n"));
        Line("%PDF-1.4");
        Line("1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj");
        var kids = string.Join(' ', pictures.Select((_, i) => string.Create(CultureInfo.InvariantCulture, $"{10 + 10 * i} 0 R")));
        Line($"2 0 obj <</Type /Pages /Kids [{kids}] /Count {pictures.Length}>> endobj");
        for (var i = 0; i < pictures.Length; i++)
        {
            var number = 10 + 10 * i;
            Line($"{number} 0 obj <</Type /Page /Parent 2 0 R /Resources <</XObject <</I {number + 1} 0 R>> >> >> endobj");
            Line($"{number + 1} 0 obj");
            Line($"<</Type /XObject /Subtype /Image {pictures[i].Says} /Length {number + 2} 0 R>>");
            Line("stream");
            pdf.Write(pictures[i].Content);
            Line("\nendstream endobj");
            Line($"{number + 2} 0 obj {pictures[i].Content.Length} endobj");
        }
        Line("trailer <</Root 1 0 R>>");
        return pdf.ToArray();
    }

    public static (string Says, byte[] Content) Jpeg(SamplePicture picture) =>
        ($"{Size(picture)} /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /DCTDecode", picture.ToJpeg());

    /// <summary>A JPEG that was compressed once more.</summary>
    public static (string Says, byte[] Content) PackedJpeg(SamplePicture picture) =>
        ($"{Size(picture)} /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter [/FlateDecode /DCTDecode]", Pack(picture.ToJpeg()));

    public static (string Says, byte[] Content) Rows(SamplePicture picture) =>
        ($"{Size(picture)} /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode", Pack(picture.Shades));

    public static (string Says, byte[] Content) Plain(SamplePicture picture) =>
        ($"{Size(picture)} /ColorSpace [/CalGray <</Gamma 2.2>>] /BitsPerComponent 8", picture.Shades);

    /// <summary>Rows with PNG's filters, in RGB.</summary>
    public static (string Says, byte[] Content) Predicted(SamplePicture picture) =>
        (
            $"{Size(picture)} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /FlateDecode /DecodeParms <</Predictor 15 /Colors 3 /BitsPerComponent 8 /Columns {picture.Width}>>",
            new SamplePng(2, 8).Pack(picture)
        );

    /// <summary>One bit a pixel, 1 for ink, turned round by the Decode array.</summary>
    public static (string Says, byte[] Content) BlackAndWhite(SamplePicture picture) =>
        ($"{Size(picture)} /ColorSpace /DeviceGray /BitsPerComponent 1 /Decode [1 0] /Filter /FlateDecode", Pack(Bits(picture, inkIs: 1)));

    /// <summary>One bit a pixel, 0 for ink.</summary>
    public static (string Says, byte[] Content) Stencil(SamplePicture picture) =>
        ($"{Size(picture)} /ImageMask true /Filter [/FlateDecode]", Pack(Bits(picture, inkIs: 0)));

    /// <summary>One bit a pixel, the number of one of two colours.</summary>
    public static (string Says, byte[] Content) Indexed(SamplePicture picture) =>
        (
            $"{Size(picture)} /ColorSpace [/Indexed /DeviceRGB 1 <FFFFFE 100010>] /BitsPerComponent 1 /Filter /FlateDecode",
            Pack(Bits(picture, inkIs: 1))
        );

    private static string Size(SamplePicture picture) => $"/Width {picture.Width} /Height {picture.Height}";

    private static byte[] Bits(SamplePicture picture, int inkIs)
    {
        var length = (picture.Width + 7) / 8;
        var rows = new byte[length * picture.Height];
        for (var y = 0; y < picture.Height; y++)
        {
            for (var x = 0; x < picture.Width; x++)
            {
                var bit = picture.Shades[y * picture.Width + x] < 128 ? inkIs : 1 - inkIs;
                rows[y * length + x / 8] |= (byte)(bit << (7 - x % 8));
            }
        }
        return rows;
    }

    private static byte[] Pack(byte[] content)
    {
        var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            zlib.Write(content);
        return packed.ToArray();
    }
}
