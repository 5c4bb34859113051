using Beian.Web.Authorities;
using Beian.Web.Web;

namespace Beian.Web.Features.Office;

/// <summary>The last day for a decision as an officer reads it: the date and what it means today, in words.</summary>
/// <param name="Day">The last day.</param>
/// <param name="Remaining">Working days left; negative: late by so many.</param>
/// <param name="IsLate">Whether the day has passed.</param>
public sealed record DueDate(DateOnly Day, int Remaining, bool IsLate)
{
    public static DueDate? Of(DateOnly? day, DateOnly today, WorkingDays calendar) =>
        day is { } due ? new(due, calendar.Between(today, due), due < today) : null;

    public string In(Texts t) =>
        IsLate ? t[$"已逾期 {Math.Max(1, -Remaining)} 个工作日", $"late by {Days(Math.Max(1, -Remaining))}"]
        : Remaining == 0 ? t["今日到期", "due today"]
        : t[$"还剩 {Remaining} 个工作日", $"{Days(Remaining)} left"];

    private static string Days(int count) => count == 1 ? "1 working day" : $"{count} working days";
}
