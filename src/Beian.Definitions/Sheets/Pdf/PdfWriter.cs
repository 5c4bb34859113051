using Beian.Definitions.Sheets.Drawing;
using Beian.Definitions.Sheets.Fonts;

namespace Beian.Definitions.Sheets.Pdf;

/// <summary>
/// Writes drawn pages as a PDF: the characters used are embedded, every text can be searched, copied and read aloud, also those outside the
/// first plane of Unicode. The same pages, fonts and words give the same bytes.
/// </summary>
public static class PdfWriter
{
    private const double PointsPerMillimetre = 72 / 25.4;

    /// <summary>
    /// The file of these pages, taken one by one, so that a long document never lies drawn as a whole; each font is in it once. No page throws
    /// <see cref="ArgumentException"/>, a mark that lies nowhere (not a number) <see cref="ArgumentOutOfRangeException"/>.
    /// </summary>
    public static byte[] Write(IEnumerable<DrawnPage> pages, FontSet fonts, PdfInfo info)
    {
        var file = new PdfFile();
        var (catalogue, tree, about, packet, resources) = (file.Reserve(), file.Reserve(), file.Reserve(), file.Reserve(), file.Reserve());
        WriteCatalogue(file, catalogue, tree, packet, info);
        PdfMetadata.WriteInfo(file, about, info);
        PdfMetadata.WritePacket(file, packet, info);

        var used = new PdfFonts();
        var numbers = new List<int>();
        foreach (var page in pages)
        {
            numbers.Add(file.Reserve());
            var content = file.Reserve();
            var dictionary = file.Begin(numbers[^1]).Add("<< /Type /Page /Parent "u8).Reference(tree).Add(" /MediaBox [0 0 "u8);
            dictionary.Number(page.Width * PointsPerMillimetre).Number(page.Height * PointsPerMillimetre).Add("] /Resources "u8);
            dictionary.Reference(resources).Add(" /Contents "u8).Reference(content).Add(" >>"u8);
            file.End();
            file.Stream(content, new PdfPage(page, fonts, used).Draw());
        }
        if (numbers.Count == 0)
            throw new ArgumentException("A document has at least one page.", nameof(pages));
        used.Write(file, resources);

        var kids = file.Begin(tree).Add("<< /Type /Pages /Count "u8).Add(numbers.Count).Add(" /Kids ["u8);
        foreach (var number in numbers)
            kids.Reference(number).Add(" "u8);
        kids.Add("] >>"u8);
        file.End();
        return file.Finish(catalogue, about);
    }

    private static void WriteCatalogue(PdfFile file, int number, int tree, int packet, PdfInfo info)
    {
        var dictionary = file.Begin(number).Add("<< /Type /Catalog /Pages "u8).Reference(tree).Add(" /Metadata "u8).Reference(packet);
        // The title, not the name of the file, stands above the reader's window; a form in millimetres is not scaled when it is printed.
        dictionary.Add(" /ViewerPreferences << /DisplayDocTitle true /PrintScaling /None >> /Lang "u8).Text(info.Language).Add(" >>"u8);
        file.End();
    }
}
