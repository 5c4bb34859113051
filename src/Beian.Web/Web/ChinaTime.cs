using System.Globalization;
using Beian.Definitions;

namespace Beian.Web.Web;

/// <summary>Dates of the domain are dates in China, which has one time zone (UTC+8) without summer time.</summary>
public static class ChinaTime
{
    /// <summary>What is said of a date that cannot be read.</summary>
    public static LocalizedText Unreadable { get; } = new("日期请写成 2026-01-31 的样子。", "Please write the date as 2026-01-31.");

    /// <summary>A date as an address or a date box has it (2026-01-31); null for what is none.</summary>
    public static DateOnly? Read(string? text) =>
        // Far from the ends of the calendar, so that the day after is a date too.
        DateOnly.TryParseExact(text?.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
        && date.Year is > 1900 and < 9000
            ? date
            : null;

    /// <summary>The date in China at a moment in UTC.</summary>
    public static DateOnly DateAt(DateTime utc) => DateOnly.FromDateTime(At(utc));

    /// <summary>The wall clock in China at a moment in UTC, for showing.</summary>
    public static DateTime At(DateTime utc) => utc.AddHours(8);

    /// <summary>The moment in UTC at which a date begins in China.</summary>
    public static DateTime StartOf(DateOnly date) =>
        DateTime.SpecifyKind(date.ToDateTime(TimeOnly.MinValue).AddHours(-8), DateTimeKind.Utc);

    /// <summary>Today in China.</summary>
    public static DateOnly Today(this TimeProvider clock) => DateAt(clock.GetUtcNow().UtcDateTime);
}
