namespace Beian.Web.Features.Filings.Signing;

/// <summary>What reading a scan told.</summary>
/// <param name="Revision">The revision it was printed for; null unless it is of this filing.</param>
/// <param name="Sha256">The hash of the answers printed on it; null likewise.</param>
public sealed record SheetReading(SheetFinding Finding, int? Revision, string? Sha256)
{
    public static SheetReading Unread { get; } = new(SheetFinding.Unread, null, null);

    /// <summary>From the texts of the QR codes in a scan.</summary>
    /// <param name="number">系统编号 of the filing it came for.</param>
    public static SheetReading Of(IEnumerable<string> texts, string number)
    {
        var stamps = texts.Select(SheetStamp.Parse).OfType<SheetStamp>().ToList();
        return stamps.Find(s => s.Number == number) is { } own ? new(SheetFinding.Qr, own.Revision, own.Sha256)
            : stamps.Count > 0 ? new(SheetFinding.OtherFiling, null, null)
            : Unread;
    }
}
