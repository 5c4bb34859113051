using System.Globalization;
using Beian.Definitions;

namespace Beian.Web.Features.Register;

/// <summary>The day a view of an entry is asked for (<c>?on=2024-05-01</c>).</summary>
/// <param name="Text">As typed.</param>
/// <param name="Day">The day; null: now, or what was typed is none.</param>
/// <param name="Problem">What is wrong with it; null for nothing.</param>
public sealed record AsOf(string Text, DateOnly? Day, LocalizedText? Problem)
{
    public static AsOf Read(string? text, DateOnly today)
    {
        text = (text ?? "").Trim();
        if (text.Length == 0)
            return new("", null, null);
        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) || day.Year < 1900)
            return new(text, null, new("日期请写成 2024-05-01 的样子。", "Please write the date as 2024-05-01."));
        return day > today
            ? new(text, null, new("只能查今天和以前的登记。", "Only today and days before can be looked at."))
            : new(text, day, null);
    }
}
