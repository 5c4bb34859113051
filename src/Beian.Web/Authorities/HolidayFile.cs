using System.Globalization;
using Beian.Definitions;

namespace Beian.Web.Authorities;

/// <summary>
/// The table of a year's holidays and make-up workdays as somebody hands it in: a line a day with date, kind and name. It must be a whole
/// year's: the statutory holidays (《全国年节及纪念日放假办法》, 2024) in it, no day missing within a festival, none of another year.
/// </summary>
public sealed class HolidayFile
{
    private const int MostLines = 400;

    /// <summary>Days of one festival are no further apart than this, unless they are two festivals (元旦 at both ends of a year).</summary>
    private const int WidestGap = 5;

    private static readonly string[] _dates = ["yyyy-MM-dd", "yyyy-M-d", "yyyy/M/d", "yyyyMMdd", "yyyy年M月d日"];
    private static readonly string[] _works = ["workday", "班", "工作日", "调休", "补班", "调休上班"];
    private static readonly string[] _rests = ["holiday", "休", "节假日", "放假", "休息日"];

    private static readonly (int Month, int Day, string Name)[] _fixed =
    [
        (1, 1, "元旦"),
        (5, 1, "劳动节"),
        (5, 2, "劳动节"),
        (10, 1, "国庆节"),
        (10, 2, "国庆节"),
        (10, 3, "国庆节"),
    ];

    private static readonly (string Name, int Days)[] _movable = [("春节", 4), ("清明", 1), ("端午", 1), ("中秋", 1)];

    private readonly List<LocalizedText> _faults = [];
    private readonly SortedDictionary<DateOnly, HolidayDay> _days = [];

    private HolidayFile() { }

    /// <summary>What is wrong; nothing is taken from a file with a fault.</summary>
    public IReadOnlyList<LocalizedText> Faults => _faults;

    public IReadOnlyList<HolidayDay> Days => [.. _days.Values];

    public int Year => _days.Count == 0 ? 0 : _days.Keys.First().Year;

    /// <param name="latestYear">The last year a table may be for: the coming one.</param>
    public static HolidayFile Read(string text, int latestYear)
    {
        var file = new HolidayFile();
        var lines = text.TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n');
        if (lines.Length > MostLines)
            file.Fault($"最多 {MostLines} 行", $"at most {MostLines} lines");
        for (var i = 0; i < Math.Min(lines.Length, MostLines) && file._faults.Count < 30; i++)
            if (lines[i].Trim().Length > 0)
                file.ReadLine(i + 1, [.. lines[i].Split(',', '，', '\t').Select(c => c.Trim().Trim('"').Trim())]);
        if (file._faults.Count == 0)
            file.CheckYear(latestYear);
        return file;
    }

    private void ReadLine(int line, string[] cells)
    {
        var readable = DateOnly.TryParseExact(cells[0], _dates, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date);
        if (!readable && line == 1 && cells[0].Any(char.IsLetter) && !cells[0].Any(char.IsAsciiDigit))
            return; // headings
        if (!readable)
        {
            Fault(line, $"看不懂日期“{cells[0]}”，请写成 2027-01-01 的样子", $"“{cells[0]}” is not a date; write 2027-01-01");
            return;
        }
        var kind = cells.ElementAtOrDefault(1) ?? "";
        var works = _works.Contains(kind, StringComparer.OrdinalIgnoreCase);
        if (!works && !_rests.Contains(kind, StringComparer.OrdinalIgnoreCase))
            Fault(
                line,
                $"第二列“{kind}”应为 holiday（放假）或 workday（调休上班）",
                $"the second column is “{kind}” and must be holiday or workday"
            );
        else if (works && date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
            Fault(line, $"{date:yyyy-MM-dd} 不是周末，不需要调休上班", $"{date:yyyy-MM-dd} is no weekend and needs no make-up");
        else if (cells.ElementAtOrDefault(2) is not { Length: > 0 and <= 20 } name)
            Fault(line, "第三列应为节日名称，最多 20 字", "the third column must be the festival's name, 20 characters at most");
        else if (!_days.TryAdd(date, new(date, works, name)))
            Fault(line, $"{date:yyyy-MM-dd} 出现了两次", $"{date:yyyy-MM-dd} stands there twice");
    }

    private void CheckYear(int latestYear)
    {
        if (_days.Count == 0)
        {
            Fault("文件里没有一天", "there is no day in the file");
            return;
        }
        if (_days.Keys.Select(d => d.Year).Distinct().Count() > 1)
            Fault("一个文件只能是一年的，这里有几个年份", "a file is for one year; this one has several");
        else if (Year < 2016 || Year > latestYear)
            Fault($"只接受 2016 年至 {latestYear} 年，这里是 {Year} 年", $"only 2016 to {latestYear} are taken; this is {Year}");
        else
            CheckFestivals();
    }

    private void CheckFestivals()
    {
        foreach (var (month, day, name) in _fixed)
            if (
                !IsHoliday(new DateOnly(Year, month, day)) && (month, day) is not (5, 2)
                || (month, day) is (5, 2) && Year >= 2025 && !IsHoliday(new(Year, 5, 2))
            )
                Fault(
                    $"缺少 {Year}-{month:D2}-{day:D2}（{name}）：整年的法定节假日都要在表里",
                    $"{Year}-{month:D2}-{day:D2} ({name}) is missing: the table must hold the whole year"
                );
        foreach (var (name, days) in _movable)
        {
            var least = name == "春节" && Year < 2025 ? 3 : days;
            if (_days.Values.Count(d => !d.Works && d.Name.Contains(name, StringComparison.Ordinal)) < least)
                Fault(
                    $"{name}的放假日不足 {least} 天：整年的法定节假日都要在表里",
                    $"there are fewer than {least} days of {name}: the table must hold the whole year"
                );
        }
        foreach (var festival in _days.Values.Where(d => !d.Works).GroupBy(d => d.Name))
        foreach (var (from, to) in festival.Zip(festival.Skip(1)))
            if (to.Date.DayNumber - from.Date.DayNumber <= WidestGap)
                for (var day = from.Date.AddDays(1); day < to.Date; day = day.AddDays(1))
                    if (!IsHoliday(day))
                        Fault(
                            $"{festival.Key}缺少 {day:yyyy-MM-dd}：前后都放假，这一天不在表里",
                            $"{day:yyyy-MM-dd} of {festival.Key} is missing: the days around it are holidays"
                        );
    }

    private bool IsHoliday(DateOnly day) => _days.TryGetValue(day, out var found) && !found.Works;

    private void Fault(int line, string zh, string en) => Fault($"第 {line} 行：{zh}", $"line {line}: {en}");

    private void Fault(string zh, string en) => _faults.Add(new(zh, en));
}
