using Beian.Web.Scanning.Jpeg;
using Beian.Web.Scanning.Pdf;
using Beian.Web.Scanning.Png;
using Beian.Web.Scanning.Qr;

namespace Beian.Web.Scanning;

/// <summary>Reads the QR codes of an uploaded scan, whatever its sender put into it.</summary>
public sealed class ScanReader(TimeProvider clock)
{
    /// <summary>How long a reading may take; what was found until then counts.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    /// <summary>The texts of the QR codes in a scan. What cannot be read is said, never thrown.</summary>
    /// <param name="isWanted">Whether a text is the one that is looked for: with it the reading ends.</param>
    /// <exception cref="OperationCanceledException">Nobody waits for it any more.</exception>
    public ScanReading Read(byte[] content, ScanKind kind, Func<string, bool> isWanted, CancellationToken stop)
    {
        var deadline = new Deadline(clock, Limit, stop);
        var texts = new List<string>();
        ScanTrouble? trouble = null;
        try
        {
            foreach (var picture in Pictures(content, kind, deadline))
            {
                trouble = ReadPicture(picture, texts, isWanted, deadline) ?? trouble;
                if (texts.Exists(t => isWanted(t)))
                    return new(texts, null);
                if (trouble == ScanTrouble.TookTooLong)
                    break;
            }
        }
        catch (Exception fault) when (TroubleOf(fault) is { } found)
        {
            trouble = found;
        }
        return new(texts, trouble);
    }

    private static IEnumerable<Func<(GreyPicture Picture, bool IsWhole)>> Pictures(byte[] content, ScanKind kind, Deadline deadline) =>
        kind switch
        {
            ScanKind.Jpeg => [() => JpegReader.Read(content, deadline)],
            ScanKind.Png => [() => PngReader.Read(content, deadline)],
            ScanKind.Pdf => PdfReader.Pictures(content, deadline),
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };

    private static ScanTrouble? ReadPicture(
        Func<(GreyPicture Picture, bool IsWhole)> read,
        List<string> texts,
        Func<string, bool> isWanted,
        Deadline deadline
    )
    {
        try
        {
            var (picture, isWhole) = read();
            foreach (var text in QrReader.Read(picture, deadline))
            {
                if (!texts.Contains(text))
                    texts.Add(text);
                if (isWanted(text))
                    break;
            }
            return isWhole ? null : ScanTrouble.Damaged;
        }
        catch (Exception fault) when (TroubleOf(fault) is { } found)
        {
            return found;
        }
    }

    // A damaged file may lead the decoders anywhere; the bounds of .NET's arrays are the net beneath their own checks.
    private static ScanTrouble? TroubleOf(Exception fault) =>
        fault switch
        {
            ScanFault known => known.Trouble,
            IndexOutOfRangeException or ArgumentException or OverflowException or InvalidDataException => ScanTrouble.Damaged,
            _ => null,
        };
}
