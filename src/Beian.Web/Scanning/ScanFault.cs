namespace Beian.Web.Scanning;

/// <summary>Ends the reading of a picture that cannot be read. It never leaves the room.</summary>
internal sealed class ScanFault(ScanTrouble trouble, string detail) : Exception(detail)
{
    public ScanTrouble Trouble => trouble;

    public static ScanFault Damaged(string detail) => new(ScanTrouble.Damaged, detail);

    public static ScanFault NotReadHere(string detail) => new(ScanTrouble.NotReadHere, detail);

    public static ScanFault TooLarge(string detail) => new(ScanTrouble.TooLarge, detail);
}
