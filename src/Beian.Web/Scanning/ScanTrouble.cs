namespace Beian.Web.Scanning;

/// <summary>What kept a scan, or a part of it, from being read.</summary>
public enum ScanTrouble
{
    /// <summary>It breaks off, or is not what it says.</summary>
    Damaged,

    /// <summary>In order, but of a kind that is not read here: an encrypted PDF, a fax picture, a twelve-bit JPEG.</summary>
    NotReadHere,

    /// <summary>More pixels or more data than is worth its memory.</summary>
    TooLarge,

    /// <summary>Reading it took longer than a page may wait.</summary>
    TookTooLong,
}
