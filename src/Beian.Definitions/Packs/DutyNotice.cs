namespace Beian.Definitions.Packs;

/// <summary>A duty with a time limit that the enterprise is reminded of by mail (30日内办理后续手续).</summary>
/// <param name="Code">Its code.</param>
/// <param name="Title">What is to be done, for the mail's subject.</param>
/// <param name="Text">What is to be done and what happens otherwise, in the service's own words.</param>
/// <param name="After">What starts the clock.</param>
/// <param name="Within">The limit in calendar days in China; the day on which the clock starts is day 0.</param>
/// <param name="OnDays">The days on which a mail leaves, in ascending order.</param>
/// <param name="Kinds">The kinds of filing it is about; empty: all.</param>
public sealed record DutyNotice(
    string Code,
    LocalizedText Title,
    LocalizedText Text,
    NoticeStart After,
    int Within,
    IReadOnlyList<int> OnDays,
    IReadOnlyList<string> Kinds
)
{
    /// <summary>
    /// The day whose mail is to leave on a day since the start: the last one reached, so that one mail stands for those that were missed.
    /// Null before the first and after the limit.
    /// </summary>
    /// <param name="daysSince">Calendar days since the start.</param>
    public int? DayDueOn(int daysSince) => daysSince > Within || !OnDays.Any(d => d <= daysSince) ? null : OnDays.Last(d => d <= daysSince);
}

/// <summary>What starts the clock of a duty.</summary>
public enum NoticeStart
{
    /// <summary>The approval of the filing.</summary>
    Approval,

    /// <summary>The beginning of the filing; the duty is to send it, and ends when it is sent.</summary>
    Draft,
}
