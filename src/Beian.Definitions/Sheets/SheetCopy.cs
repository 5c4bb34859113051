namespace Beian.Definitions.Sheets;

/// <summary>Which copy of a sheet is printed.</summary>
public enum SheetCopy
{
    /// <summary>To be filled in by hand.</summary>
    Blank,

    /// <summary>What the filer signs, before an approval: with the mark 申请 and the QR.</summary>
    Application,

    /// <summary>What was approved, with the numbers given.</summary>
    Register,

    /// <summary>What was approved, as everybody may see it.</summary>
    Public,
}

/// <summary>How much of a field's answer a copy shows.</summary>
public enum SheetDisclosure
{
    /// <summary>All of it.</summary>
    Whole,

    /// <summary>Personal numbers with their middle hidden.</summary>
    Masked,

    /// <summary>Nothing but that there is an answer.</summary>
    Hidden,
}

/// <summary>What ties a signed copy to its answers.</summary>
/// <param name="Qr">The text of the QR code.</param>
/// <param name="Code">The short code to be typed where the QR cannot be read.</param>
public sealed record SheetSeal(string Qr, string Code);
