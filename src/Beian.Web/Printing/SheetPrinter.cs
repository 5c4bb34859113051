using Beian.Definitions.Sheets.Drawing;
using Beian.Definitions.Sheets.Fonts;
using Beian.Definitions.Sheets.Pdf;

namespace Beian.Web.Printing;

/// <summary>Prints sheets: has the fonts, read once when they are first needed, and writes PDFs with them.</summary>
/// <param name="folder">Where the fonts that come with the program lie.</param>
/// <param name="more">Further TrueType files, for characters those lack; asked in turn.</param>
public sealed class SheetPrinter(string folder, IReadOnlyList<string> more)
{
    // Beyond what is written in mainland China: characters of names in Hong Kong (HKSCS), and 𠮷 and others of Japan (JIS X 0213).
    private static readonly string[] Fallbacks = ["NotoSansHK-Regular.ttf", "NotoSansJP-Regular.ttf"];

    private readonly Lazy<FontSet> _fonts = new(() =>
        new FontSet(
            Read(Path.Combine(folder, "NotoSansSC-Regular.ttf")),
            Read(Path.Combine(folder, "NotoSansSC-Bold.ttf")),
            [.. Fallbacks.Select(f => Path.Combine(folder, f)).Concat(more).Select(Read)]
        )
    );

    /// <summary>The fonts. A file that is missing or damaged throws <see cref="FontFault"/>, now and until the program is started again.</summary>
    public FontSet Fonts => _fonts.Value;

    /// <summary>The pages as a PDF; each is taken when its turn comes.</summary>
    public byte[] Print(IEnumerable<DrawnPage> pages, PdfInfo info) => PdfWriter.Write(pages, Fonts, info);

    private static FontFace Read(string path)
    {
        try
        {
            return FontFace.Read(Path.GetFileNameWithoutExtension(path), File.ReadAllBytes(path));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new FontFault($"The font {path} cannot be read: {fault.Message}");
        }
    }
}
