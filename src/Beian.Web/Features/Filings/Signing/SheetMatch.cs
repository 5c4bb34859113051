namespace Beian.Web.Features.Filings.Signing;

/// <summary>How the uploaded signed sheet and the answers go together.</summary>
public enum SheetMatch
{
    /// <summary>What was signed is what is filed.</summary>
    Matches,

    /// <summary>The answers on the sheet are other ones: it was signed before a change.</summary>
    Outdated,

    /// <summary>It is the sheet of another filing.</summary>
    OtherFiling,

    /// <summary>Nobody knows: its QR code could not be read and its short code was not typed.</summary>
    Unread,

    /// <summary>There is none yet.</summary>
    Missing,
}
