using Beian.Definitions.Sheets.Fonts;

namespace Beian.Definitions.Sheets.Pdf;

/// <summary>The faces a document uses, in the order they are first used.</summary>
internal sealed class PdfFonts
{
    private readonly Dictionary<FontFace, PdfFont> _fonts = [];
    private readonly List<PdfFont> _order = [];

    /// <summary>A face, taken in where it is new.</summary>
    public PdfFont this[FontFace face]
    {
        get
        {
            if (_fonts.TryGetValue(face, out var font))
                return font;
            font = new(face, FormattableString.Invariant($"F{_order.Count + 1}"));
            _fonts.Add(face, font);
            _order.Add(font);
            return font;
        }
    }

    /// <summary>Writes the fonts and, as an object, the dictionary in which the pages find them.</summary>
    public void Write(PdfFile file, int resources)
    {
        var numbers = _order.ConvertAll(_ => file.Reserve());
        for (var i = 0; i < _order.Count; i++)
            _order[i].Write(file, numbers[i]);
        var dictionary = file.Begin(resources).Add("<< /Font << "u8);
        for (var i = 0; i < _order.Count; i++)
            dictionary.Add("/"u8).Add(_order[i].Resource).Add(" "u8).Reference(numbers[i]).Add(" "u8);
        dictionary.Add(">> >>"u8);
        file.End();
    }
}
