namespace Beian.Web.Web.Captcha;

/// <summary>
/// Characters drawn with a bending pen, crossed by lines and sprinkled with noise. The same seed gives the same picture,
/// so that asking again does not give a reader more views of one answer.
/// </summary>
internal static class CaptchaPicture
{
    private const int Width = 180;
    private const int Height = 60;

    public static byte[] Draw(string text, long seed)
    {
        // Only the shape depends on this; what must not be guessed, the text, comes from the cryptographic source.
        var random = new Random((int)(seed ^ (seed >> 32)));
        var canvas = new Canvas(Width, Height);
        DrawText(canvas, text, random);
        DrawLines(canvas, random);
        return Png.Encode(Width, Height, Shade(canvas, random));
    }

    private static void DrawText(Canvas canvas, string text, Random random)
    {
        var step = (Width - 24.0) / text.Length;
        var (phase, swing) = (random.NextDouble() * 6.28, 2 + random.NextDouble() * 2.5);
        for (var i = 0; i < text.Length; i++)
        {
            var height = 29 + random.NextDouble() * 9;
            var (scaleX, scaleY) = (height / 14 * (0.95 + random.NextDouble() * 0.3), height / 14);
            var (turn, lean) = ((random.NextDouble() - 0.5) * 0.5, (random.NextDouble() - 0.5) * 0.4);
            var centreX = 12 + step * (i + 0.5) + (random.NextDouble() - 0.5) * 8;
            var centreY = Height / 2.0 + (random.NextDouble() - 0.5) * 10;
            var pen = 1.5 + random.NextDouble() * 0.8;

            Dot Place(Dot p)
            {
                var (x, y) = ((p.X - 5) * scaleX, (p.Y - 7) * scaleY);
                x -= y * lean;
                var (rx, ry) = (x * Math.Cos(turn) - y * Math.Sin(turn), x * Math.Sin(turn) + y * Math.Cos(turn));
                var (px, py) = (centreX + rx, centreY + ry);
                return new(px + swing * 0.6 * Math.Sin(py / 9 + phase), py + swing * Math.Sin(px / 17 + phase));
            }

            foreach (var stroke in Glyphs.Of(text[i]))
                canvas.Draw([.. stroke.Select(Place)], pen);
        }
    }

    private static void DrawLines(Canvas canvas, Random random)
    {
        for (var line = 0; line < 3; line++)
        {
            var (start, bend, end) = (random.NextDouble() * Height, random.NextDouble() * Height, random.NextDouble() * Height);
            canvas.Draw(
                [
                    .. Enumerable
                        .Range(0, 25)
                        .Select(i => i / 24.0)
                        .Select(t => new Dot(t * Width, (1 - t) * (1 - t) * start + 2 * t * (1 - t) * bend + t * t * end)),
                ],
                0.5 + random.NextDouble() * 0.5
            );
        }
    }

    private static byte[] Shade(Canvas canvas, Random random)
    {
        var ink = 50 + random.Next(50);
        var shades = new byte[Width * Height];
        for (var i = 0; i < shades.Length; i++)
        {
            var speck = random.Next(45) == 0 ? 80 : 0;
            // Few levels of noise keep the file small.
            var paper = 250 - random.Next(4) * 10 - speck;
            shades[i] = (byte)Math.Clamp(paper - canvas.Coverage[i] * (paper - ink), 0, 255);
        }

        return shades;
    }
}
