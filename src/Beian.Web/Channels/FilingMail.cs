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
    /// <summary>The account's name, when it was just made.</summary>
    public string? UserName { get; init; }

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

    /// <summary>The office that decides from now on, after a transfer.</summary>
    public Contact? NewAuthority { get; init; }
}

/// <summary>Whom to ask.</summary>
public sealed record Contact(string Name, string? Phone, string? Address, string? Hours);

/// <summary>One thing to put right.</summary>
public sealed record FilingPoint(LocalizedText Label, string Text);
