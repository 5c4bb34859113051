namespace Beian.Web.Scanning;

/// <summary>What an uploaded scan is, as its first bytes tell.</summary>
public enum ScanKind
{
    Jpeg,
    Png,
    Pdf,
}
