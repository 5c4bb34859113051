using System.Globalization;
using System.Text;
using Beian.Tests.Support;

namespace Beian.Tests.Sheets.Fonts;

/// <summary>Texts of any characters, for properties.</summary>
internal static class AnyText
{
    private static readonly Rune[] Covered =
    [
        .. Enumerable
            .Range(0x21, 0x2FFFF - 0x21)
            .Where(Rune.IsValid)
            .Select(c => new Rune(c))
            .Where(r => Rune.GetUnicodeCategory(r) is var kind && IsPlain(kind) && PrintedFonts.Set.Covers(r))
            .Where(r => PrintedFonts.Set.WidthOf(r.ToString(), 1, bold: false) > 0),
    ];

    /// <summary>Any characters at all: covered or not, control characters and halves of pairs among them.</summary>
    public static string Of(Random random, int length) =>
        string.Concat(
            Enumerable
                .Range(0, length)
                .Select(_ =>
                    random.Next(5) switch
                    {
                        0 => ((char)random.Next(0x10000)).ToString(),
                        1 => new Rune(random.Next(0x10000, 0x110000)).ToString(),
                        2 => ((char)random.Next(0x80)).ToString(),
                        _ => Covered[random.Next(Covered.Length)].ToString(),
                    }
                )
        );

    /// <summary>Characters the fonts have, written from left to right and each for itself, so that any reader gives them back in this order.</summary>
    public static string OfCovered(Random random, int length) =>
        string.Concat(Enumerable.Range(0, length).Select(_ => Covered[random.Next(Covered.Length)]));

    private static bool IsPlain(UnicodeCategory kind) =>
        kind
            is UnicodeCategory.UppercaseLetter
                or UnicodeCategory.LowercaseLetter
                or UnicodeCategory.OtherLetter
                or UnicodeCategory.DecimalDigitNumber
                or UnicodeCategory.OtherNumber
                or UnicodeCategory.MathSymbol
                or UnicodeCategory.OtherSymbol;
}
