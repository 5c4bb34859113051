using System.Globalization;
using System.Security.Cryptography;
using Beian.Definitions;

namespace Beian.Web.Web.Captcha;

/// <summary>三加五等于几？ The sum is never below nought nor above eighteen.</summary>
internal static class ArithmeticQuestion
{
    private static readonly string[] _zh =
    [
        "零",
        "一",
        "二",
        "三",
        "四",
        "五",
        "六",
        "七",
        "八",
        "九",
        "十",
        "十一",
        "十二",
        "十三",
        "十四",
        "十五",
        "十六",
        "十七",
        "十八",
    ];

    private static readonly string[] _en = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

    public static (LocalizedText Question, int Answer) Next()
    {
        var (a, b) = (RandomNumberGenerator.GetInt32(1, 10), RandomNumberGenerator.GetInt32(1, 10));
        if (RandomNumberGenerator.GetInt32(2) == 0)
            return (new($"{_zh[a]}加{_zh[b]}等于几？", $"What is {_en[a]} plus {_en[b]}?"), a + b);

        (a, b) = (Math.Max(a, b), Math.Min(a, b));
        return (new($"{_zh[a]}减{_zh[b]}等于几？", $"What is {_en[a]} minus {_en[b]}?"), a - b);
    }

    /// <summary>The digits of a Chinese numeral; null when it is none.</summary>
    public static string? ReadNumeral(string text)
    {
        var number = Array.IndexOf(_zh, text);
        return number < 0 ? null : number.ToString(CultureInfo.InvariantCulture);
    }
}
