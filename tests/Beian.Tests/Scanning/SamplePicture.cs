using QRCoder;

namespace Beian.Tests.Scanning;

/// <summary>A page as a scanner or a telephone may see it: an A4 sheet with writing and a QR code on it, turned, tilted, noisy.</summary>
internal sealed record SamplePicture(int Width, int Height, byte[] Shades)
{
    /// <summary>A sheet with a QR code of so many millimetres, quiet zone and all, near its upper right corner.</summary>
    /// <param name="degrees">By how much the sheet is turned on its background.</param>
    /// <param name="tilt">By what part of its width the upper edge looks shorter than the lower.</param>
    /// <param name="paper">The shade of the paper.</param>
    /// <param name="ink">The shade of the ink.</param>
    /// <param name="noise">How far a pixel's shade may be off.</param>
    public static SamplePicture Sheet(
        string text,
        int dpi,
        double degrees = 0,
        double tilt = 0,
        byte paper = 255,
        byte ink = 0,
        int noise = 0,
        double side = 26,
        QRCodeGenerator.ECCLevel level = QRCodeGenerator.ECCLevel.M
    )
    {
        var matrix = Matrix(text, level);
        var (sine, cosine) = Math.SinCos(degrees * Math.PI / 180);
        // Large enough that the whole sheet is in the picture.
        var near = 25.4 * (1 - Math.Abs(tilt) / 2);
        var width = (int)((210 * Math.Abs(cosine) + 297 * Math.Abs(sine)) / near * dpi);
        var height = (int)((297 * Math.Abs(cosine) + 210 * Math.Abs(sine)) / near * dpi);
        var random = new Random(7);
        var shades = new byte[width * height];
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var sum = 0.0;
                for (var part = 0; part < 2; part++)
                {
                    var (dx, dy) = part == 0 ? (0.25, 0.25) : (0.75, 0.75);
                    var (u, v) = ((x + dx - width / 2.0) / dpi * 25.4, (y + dy - height / 2.0) / dpi * 25.4);
                    var (sheetX, sheetY) = (u * cosine + v * sine, v * cosine - u * sine);
                    var depth = 1 + tilt * sheetY / 297;
                    sum += ShadeAt(matrix, 105 + sheetX / depth, 148.5 + sheetY / depth, side) switch
                    {
                        true => ink,
                        false => paper,
                    };
                }
                shades[y * width + x] = (byte)Math.Clamp(sum / 2 + (noise == 0 ? 0 : random.Next(-noise, noise + 1)), 0, 255);
            }
        }
        return new(width, height, shades);
    }

    /// <summary>Only the code, with its quiet zone.</summary>
    public static SamplePicture Code(
        string text,
        int pixelsPerModule,
        QRCodeGenerator.ECCLevel level = QRCodeGenerator.ECCLevel.M,
        int version = -1
    )
    {
        var matrix = Matrix(text, level, version);
        var size = matrix.GetLength(0) * pixelsPerModule;
        var shades = new byte[size * size];
        for (var y = 0; y < size; y++)
        {
            for (var x = 0; x < size; x++)
                shades[y * size + x] = matrix[y / pixelsPerModule, x / pixelsPerModule] ? (byte)0 : (byte)255;
        }
        return new(size, size, shades);
    }

    /// <summary>Dark modules by row and column, with the quiet zone.</summary>
    public static bool[,] Matrix(string text, QRCodeGenerator.ECCLevel level, int version = -1)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(text, level, forceUtf8: true, requestedVersion: version);
        var size = code.ModuleMatrix.Count;
        var matrix = new bool[size, size];
        for (var y = 0; y < size; y++)
        {
            for (var x = 0; x < size; x++)
                matrix[y, x] = code.ModuleMatrix[y][x];
        }
        return matrix;
    }

    /// <summary>An eight-bit grey PNG of it.</summary>
    public byte[] ToPng() => SamplePng.Write(this, SamplePng.Grey8);

    public byte[] ToJpeg(int restartInterval = 0) => SampleJpeg.Write(this, restartInterval);

    private static bool ShadeAt(bool[,] matrix, double x, double y, double side)
    {
        if (x is < 3 or > 207 || y is < 3 or > 294)
            return x is < 0 or > 210 || y is < 0 or > 297 ? false : x is < 3.3 or > 206.7; // the sheet's edge
        var (left, top) = (210 - 15 - side, 15.0);
        if (x >= left && x < left + side && y >= top && y < top + side)
        {
            var size = matrix.GetLength(0);
            return matrix[(int)((y - top) / side * size), (int)((x - left) / side * size)];
        }
        // Lines of writing, and a table's frame.
        if (y > 60 && x is > 20 and < 190)
            return y % 9 < 0.3 || (y % 9 is > 3 and < 6 && (int)(x * 2.3 + y * 1.7) % 3 == 0 && (int)(x / 5) % 4 != 0);
        return false;
    }
}
