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
);

/// <summary>What starts the clock of a duty.</summary>
public enum NoticeStart
{
    /// <summary>The approval of the filing.</summary>
    Approval,

    /// <summary>The beginning of the filing; the duty is to send it, and ends when it is sent.</summary>
    Draft,
}
