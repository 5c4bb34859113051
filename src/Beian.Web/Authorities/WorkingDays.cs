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
    private readonly Calendar _own;
    private volatile Calendar _now;

    private WorkingDays(Calendar own) => _own = _now = own;

    /// <summary>The calendar that comes with the program (holidays.json).</summary>
    public static WorkingDays Read()
    {
        using var json = JsonDocument.Parse(typeof(WorkingDays).Assembly.GetManifestResourceStream("Beian.Web.Authorities.holidays.json")!);
        return new(new Calendar(Dates("holidays"), Dates("workdays")));

        FrozenSet<DateOnly> Dates(string name) =>
            json
                .RootElement.GetProperty(name)
                .EnumerateObject()
                .Select(d => DateOnly.ParseExact(d.Name, "yyyy-MM-dd", CultureInfo.InvariantCulture))
                .ToFrozenSet();
    }

    /// <summary>The last year the calendar knows; later years count Monday to Friday only.</summary>
    public int LastYear => _now.Holidays.Max().Year;

    /// <summary>Whether the holidays of a year are known; otherwise Monday to Friday count.</summary>
    public bool Knows(int year) => _now.Holidays.Any(d => d.Year == year);

    /// <summary>
    /// The year whose table is missing although it is time: this one, and from October on the coming one, whose table the State Council
    /// publishes about November. Null: none.
    /// </summary>
    public int? MissingYear(DateOnly today) =>
        !Knows(today.Year) ? today.Year
        : today.Month >= 10 && !Knows(today.Year + 1) ? today.Year + 1
        : null;

    /// <summary>Counts with the newest of the tables that were entered for a year, instead of what the program knows of that year.</summary>
    public void Take(IReadOnlyList<HolidayTable> tables)
    {
        var newest = tables.GroupBy(t => t.Year).ToDictionary(g => g.Key, g => g.MaxBy(t => t.Version)!.ReadDays());
        var days = newest.Values.SelectMany(d => d).ToList();
        _now = new(
            _own.Holidays.Where(d => !newest.ContainsKey(d.Year)).Concat(days.Where(d => !d.Works).Select(d => d.Date)).ToFrozenSet(),
            _own.MakeUpDays.Where(d => !newest.ContainsKey(d.Year)).Concat(days.Where(d => d.Works).Select(d => d.Date)).ToFrozenSet()
        );
    }

    public bool IsWorkingDay(DateOnly day) => _now.IsWorkingDay(day);

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

    private sealed record Calendar(FrozenSet<DateOnly> Holidays, FrozenSet<DateOnly> MakeUpDays)
    {
        public bool IsWorkingDay(DateOnly day) =>
            MakeUpDays.Contains(day) || (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !Holidays.Contains(day));
    }
}
