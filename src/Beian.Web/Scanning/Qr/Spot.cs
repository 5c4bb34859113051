namespace Beian.Web.Scanning.Qr;

/// <summary>A place in a picture, in pixels from its upper left corner; the middle of the first pixel is (0.5, 0.5).</summary>
internal readonly record struct Spot(double X, double Y)
{
    public static Spot operator +(Spot a, Spot b) => new(a.X + b.X, a.Y + b.Y);

    public static Spot operator -(Spot a, Spot b) => new(a.X - b.X, a.Y - b.Y);

    public static Spot operator *(Spot a, double by) => new(a.X * by, a.Y * by);

    public double Length => Math.Sqrt(X * X + Y * Y);

    /// <summary>Positive when <paramref name="other"/> lies clockwise of this one, as y grows downwards.</summary>
    public double Cross(Spot other) => X * other.Y - Y * other.X;
}
