using Beian.Definitions;

namespace Beian.Web.Channels;

/// <summary>What mails about a filing are made of. No password and no personal number ever.</summary>
/// <param name="Service">The service's name.</param>
/// <param name="Enterprise">The enterprise's name.</param>
/// <param name="Number">系统编号.</param>
/// <param name="Path">Where the filing is on the site, from the slash on.</param>
/// <param name="Authority">Who decides, or decided.</param>
public sealed record FilingMail(LocalizedText Service, string Enterprise, string Number, string Path, Contact Authority)
{
    /// <summary>The kind of filing (变更 …); null for the first one, which the service's name says.</summary>
    public LocalizedText? Kind { get; init; }

    /// <summary>How the entry ended by the approval (已注销); null where it holds.</summary>
    public LocalizedText? EntryState { get; init; }

    /// <summary>The account's name, when it was just made.</summary>
    public string? UserName { get; init; }

    /// <summary>查询码: with the number it shows the progress without signing in.</summary>
    public string? ProgressCode { get; init; }

    /// <summary>The number of the revision sent.</summary>
    public int? Revision { get; init; }

    /// <summary>The hash of the revision sent: the receipt.</summary>
    public string? Receipt { get; init; }

    /// <summary>The last day for the decision.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>The officer's words.</summary>
    public string? Reason { get; init; }

    /// <summary>What must be put right, field by field.</summary>
    public IReadOnlyList<FilingPoint> Points { get; init; } = [];

    /// <summary>What the law obliges the authority to add (remedies).</summary>
    public LocalizedText? Notice { get; init; }

    /// <summary>登记表编号 and the 13-digit code, after the approval.</summary>
    public string? EntryNumber { get; init; }

    public string? EntryCode { get; init; }

    /// <summary>What the two are called in this service.</summary>
    public LocalizedText? EntryNumberLabel { get; init; }

    public LocalizedText? EntryCodeLabel { get; init; }

    /// <summary>What the printed form is called in this service.</summary>
    public LocalizedText? SheetName { get; init; }

    /// <summary>When the draft was last saved, as a date in China.</summary>
    public DateOnly? SavedOn { get; init; }

    /// <summary>The duty the enterprise is reminded of.</summary>
    public Duty? Duty { get; init; }

    /// <summary>The office that decides from now on, after a transfer.</summary>
    public Contact? NewAuthority { get; init; }
}

/// <summary>A duty with its limit.</summary>
/// <param name="Title">What is to be done.</param>
/// <param name="Text">The same at length, in the service's words.</param>
/// <param name="Since">The day the clock started, in China.</param>
/// <param name="Until">The last day.</param>
/// <param name="DaysLeft">Calendar days from the day the mail was written to the last day.</param>
/// <param name="MayReport">Whether the filer can say on the site that it is done.</param>
public sealed record Duty(LocalizedText Title, LocalizedText Text, DateOnly Since, DateOnly Until, int DaysLeft, bool MayReport = false);

/// <summary>Whom to ask.</summary>
public sealed record Contact(string Name, string? Phone, string? Address, string? Hours);

/// <summary>One thing to put right.</summary>
public sealed record FilingPoint(LocalizedText Label, string Text);
