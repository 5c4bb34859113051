namespace Beian.Web.Web;

/// <summary>Dates of the domain are dates in China, which has one time zone (UTC+8) without summer time.</summary>
public static class ChinaTime
{
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
