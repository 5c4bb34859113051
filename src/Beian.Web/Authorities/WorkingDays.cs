using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;

namespace Beian.Web.Authorities;

/// <summary>
/// The State Council's calendar: holidays and make-up workdays by date. Statutory limits in days are counted in
/// working days and begin on the day after receipt.
/// </summary>
public sealed class WorkingDays
{
    private readonly FrozenSet<DateOnly> _holidays;
    private readonly FrozenSet<DateOnly> _makeUpDays;

    private WorkingDays(FrozenSet<DateOnly> holidays, FrozenSet<DateOnly> makeUpDays) => (_holidays, _makeUpDays) = (holidays, makeUpDays);

    /// <summary>The calendar that comes with the program (holidays.json).</summary>
    public static WorkingDays Read()
    {
        using var json = JsonDocument.Parse(typeof(WorkingDays).Assembly.GetManifestResourceStream("Beian.Web.Authorities.holidays.json")!);
        return new(Dates("holidays"), Dates("workdays"));

        FrozenSet<DateOnly> Dates(string name) =>
            json
                .RootElement.GetProperty(name)
                .EnumerateObject()
                .Select(d => DateOnly.ParseExact(d.Name, "yyyy-MM-dd", CultureInfo.InvariantCulture))
                .ToFrozenSet();
    }

    /// <summary>The last year the calendar knows; later years count Monday to Friday only.</summary>
    public int LastYear => _holidays.Max().Year;

    public bool IsWorkingDay(DateOnly day) =>
        _makeUpDays.Contains(day) || (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !_holidays.Contains(day));

    /// <summary>The last day of a limit of <paramref name="days"/> working days that starts on the day after <paramref name="from"/>.</summary>
    public DateOnly Add(DateOnly from, int days)
    {
        var day = from;
        while (days > 0)
        {
            day = day.AddDays(1);
            if (IsWorkingDay(day))
                days--;
        }
        return day;
    }

    /// <summary>Working days from <paramref name="from"/> (excluded) to <paramref name="to"/> (included); negative when it has passed.</summary>
    public int Between(DateOnly from, DateOnly to)
    {
        if (to < from)
            return -Between(to, from);
        var count = 0;
        for (var day = from.AddDays(1); day <= to; day = day.AddDays(1))
            count += IsWorkingDay(day) ? 1 : 0;
        return count;
    }
}
