using QRCoder;

namespace Beian.Definitions.Sheets.Drawing;

/// <summary>Which modules of a QR code (GB/T 18284, ISO/IEC 18004) are dark. Error correction M: an eighth of the code may be lost.</summary>
public sealed class QrPattern
{
    private QrPattern(int size, IReadOnlyList<QrBar> bars) => (Size, Bars) = (size, bars);

    /// <summary>Modules on a side, with the quiet zone of four on each.</summary>
    public int Size { get; }

    /// <summary>The dark modules, neighbours in a row joined; rows from the top, each from the left.</summary>
    public IReadOnlyList<QrBar> Bars { get; }

    /// <summary>The pattern of a text (2,331 bytes of UTF-8 at most; more throws).</summary>
    public static QrPattern Of(string text)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var rows = data.ModuleMatrix;
        var bars = new List<QrBar>();
        for (var y = 0; y < rows.Count; y++)
        for (var x = 0; x < rows.Count; x++)
        {
            var begin = x;
            while (x < rows.Count && rows[y][x])
                x++;
            if (x > begin)
                bars.Add(new(begin, y, x - begin));
        }
        return new(rows.Count, bars);
    }
}
