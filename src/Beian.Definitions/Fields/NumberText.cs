using System.Globalization;
using System.Text.RegularExpressions;

namespace Beian.Definitions.Fields;

/// <summary>Numbers as people type them. Thousands may be grouped; a comma that groups nothing is not guessed at.</summary>
internal static partial class NumberText
{
    private const NumberStyles Plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    /// <summary>Half-width, without grouping; what is no number, or might be two, stays as typed.</summary>
    public static string Normalise(string text)
    {
        var half = PlainText.HalfWidth(text);
        var plain = Grouped().IsMatch(half) ? string.Concat(half.Where(c => c is not (',' or ' '))) : half;
        return TryRead(plain, out var number) ? Write(number) : PlainText.Line(text);
    }

    /// <summary>Reads a normalised number. At most 28 characters, so that no arithmetic of a form overflows unseen.</summary>
    public static bool TryRead(string text, out decimal number)
    {
        number = 0;
        return text.Length <= 28 && decimal.TryParse(text, Plain, CultureInfo.InvariantCulture, out number);
    }

    /// <summary>A number as it is kept: no grouping, no zeros at the end.</summary>
    public static string Write(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture);

    /// <summary>A number as people read it: grouped by thousands, with at least so many decimals.</summary>
    public static string Format(decimal number, int decimals) =>
        number.ToString("#,0." + new string('0', decimals) + new string('#', 10 - decimals), CultureInfo.InvariantCulture);

    /// <summary>How many decimals a number has, zeros at the end not counted.</summary>
    public static int Decimals(decimal number) => (number / 1.0000000000000000000000000000m).Scale;

    [GeneratedRegex(@"^[+-]? ?[0-9]{1,3}((,[0-9]{3})+|( [0-9]{3})+)(\.[0-9]+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Grouped();
}
