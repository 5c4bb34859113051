using System.Globalization;
using System.Text.RegularExpressions;

namespace Beian.Definitions.Fields;

/// <summary>Dates as people type them: 2020-1-5, 2020/01/05, 2020.1.5, 20200105, 2020年1月5日.</summary>
internal static partial class DateText
{
    /// <summary>ISO where the text is a date that exists; else as typed.</summary>
    public static string NormaliseDate(string text) =>
        // By far most are so already.
        text.Length == 10
        && ReadDate(text) is not null
            ? text
        : Read(Date().Match(PlainText.Compact(text))) is { } date ? Write(date)
        : PlainText.Line(text);

    /// <summary>Year and month as 2020-01; else as typed.</summary>
    public static string NormaliseMonth(string text) =>
        Read(Month().Match(PlainText.Compact(text))) is { } date ? Write(date)[..7] : PlainText.Line(text);

    /// <summary>Reads a normalised date.</summary>
    public static DateOnly? ReadDate(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    /// <summary>Reads a normalised month, as its first day.</summary>
    public static DateOnly? ReadMonth(string text) => ReadDate(text + "-01");

    /// <summary>A date as it is kept.</summary>
    public static string Write(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A date as people read it.</summary>
    public static string Format(DateOnly date, Language language) =>
        language == Language.Zh
            ? date.ToString("yyyy年M月d日", CultureInfo.InvariantCulture)
            : date.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    private static DateOnly? Read(Match match)
    {
        if (!match.Success)
            return null;
        var day = match.Groups["d"].Success ? match.Groups["d"].Value : "1";
        var text = $"{match.Groups["y"].Value}-{match.Groups["m"].Value.PadLeft(2, '0')}-{day.PadLeft(2, '0')}";
        return ReadDate(text);
    }

    [GeneratedRegex(@"^((?<y>[0-9]{4})[-/.年](?<m>[0-9]{1,2})[-/.月](?<d>[0-9]{1,2})日?|(?<y>[0-9]{4})(?<m>[0-9]{2})(?<d>[0-9]{2}))$")]
    private static partial Regex Date();

    [GeneratedRegex(@"^((?<y>[0-9]{4})[-/.年](?<m>[0-9]{1,2})月?|(?<y>[0-9]{4})(?<m>[0-9]{2}))$")]
    private static partial Regex Month();
}
