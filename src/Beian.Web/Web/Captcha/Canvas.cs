namespace Beian.Web.Web.Captcha;

internal readonly record struct Dot(double X, double Y);

/// <summary>How much of each pixel is inked, 0 to 1: lines of a round pen with smooth edges.</summary>
internal sealed class Canvas(int width, int height)
{
    public double[] Coverage { get; } = new double[width * height];

    /// <param name="pen">Half the width of the line.</param>
    public void Draw(IReadOnlyList<Dot> line, double pen)
    {
        for (var i = 1; i < line.Count; i++)
            Draw(line[i - 1], line[i], pen);
    }

    private void Draw(Dot from, Dot to, double pen)
    {
        var (dx, dy) = (to.X - from.X, to.Y - from.Y);
        var lengthSquared = Math.Max(dx * dx + dy * dy, 1e-9);
        var (left, right) = Span(from.X, to.X, pen, width);
        var (top, bottom) = Span(from.Y, to.Y, pen, height);
        for (var y = top; y <= bottom; y++)
        {
            for (var x = left; x <= right; x++)
            {
                var along = Math.Clamp(((x - from.X) * dx + (y - from.Y) * dy) / lengthSquared, 0, 1);
                var (ex, ey) = (x - from.X - along * dx, y - from.Y - along * dy);
                var covered = Math.Clamp(pen + 0.5 - Math.Sqrt(ex * ex + ey * ey), 0, 1);
                ref var pixel = ref Coverage[y * width + x];
                pixel = Math.Max(pixel, covered);
            }
        }
    }

    private static (int First, int Last) Span(double a, double b, double pen, int size) =>
        ((int)Math.Max(0, Math.Min(a, b) - pen - 1), (int)Math.Min(size - 1, Math.Max(a, b) + pen + 1));
}
