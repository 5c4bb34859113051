namespace Beian.Web.Scanning.Qr;

/// <summary>One of the three squares in the corners of a QR code, or what looks like one.</summary>
/// <param name="Centre">The mean of where it was hit.</param>
/// <param name="Module">The width of a module, as a row crosses it.</param>
/// <param name="Hits">How many rows hit it.</param>
internal sealed record Finder(Spot Centre, double Module, int Hits)
{
    public bool IsNear(Spot spot, double module) =>
        (spot - Centre).Length < 3 * Math.Max(Module, 1) && module < Module * 1.6 + 0.5 && Module < module * 1.6 + 0.5;

    public Finder With(Spot spot, double module) =>
        new((Centre * Hits + spot) * (1.0 / (Hits + 1)), (Module * Hits + module) / (Hits + 1), Hits + 1);
}
