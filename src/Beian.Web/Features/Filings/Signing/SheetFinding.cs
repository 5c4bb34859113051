namespace Beian.Web.Features.Filings.Signing;

/// <summary>What is known of an uploaded scan of a signed sheet.</summary>
public enum SheetFinding
{
    /// <summary>No QR code of a sheet could be read in it.</summary>
    Unread,

    /// <summary>Its QR code is one of this filing.</summary>
    Qr,

    /// <summary>Its short code was typed, and is right.</summary>
    Typed,

    /// <summary>Its QR code is one of another filing. Which one is not kept: it may be somebody else's.</summary>
    OtherFiling,
}
