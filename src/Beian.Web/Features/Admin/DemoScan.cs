using System.Security.Cryptography;
using Beian.Definitions.Sheets.Drawing;
using Beian.Web.Features.Filings;
using Beian.Web.Web.Captcha;

namespace Beian.Web.Features.Admin;

/// <summary>The scan of a signed sheet as the demo has it: its QR code alone, which is what is read of it.</summary>
internal sealed record DemoScan(byte[] Content)
{
    private const int PixelsPerModule = 4;

    public StoredFile Stored => new(Convert.ToHexStringLower(SHA256.HashData(Content)), Content.Length, FileKind.Png);

    public static DemoScan Of(SheetStamp stamp)
    {
        var pattern = QrPattern.Of(stamp.Write());
        var side = pattern.Size * PixelsPerModule;
        var shades = new byte[side * side];
        Array.Fill(shades, byte.MaxValue);
        foreach (var bar in pattern.Bars)
        {
            for (var y = bar.Y * PixelsPerModule; y < (bar.Y + 1) * PixelsPerModule; y++)
                shades.AsSpan(y * side + bar.X * PixelsPerModule, bar.Length * PixelsPerModule).Clear();
        }
        return new(Png.Encode(side, side, shades));
    }
}
