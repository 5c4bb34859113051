namespace Beian.Web.Scanning.Qr;

/// <summary>Leads from the modules of a code to the places of a picture, seen in perspective.</summary>
internal sealed class Plane
{
    private readonly double[] _m;

    private Plane(double[] m) => _m = m;

    /// <summary>The plane on which four places of a code lie at four places of a picture; null when three of them are in line.</summary>
    public static Plane? Through(ReadOnlySpan<Spot> code, ReadOnlySpan<Spot> picture)
    {
        // Eight unknowns of x' = (ax + by + c) / (gx + hy + 1), y' = (dx + ey + f) / (gx + hy + 1), by elimination.
        Span<double> rows = stackalloc double[8 * 9];
        for (var i = 0; i < 4; i++)
        {
            var ((x, y), (u, v)) = ((code[i].X, code[i].Y), (picture[i].X, picture[i].Y));
            ReadOnlySpan<double> forX = [x, y, 1, 0, 0, 0, -u * x, -u * y, u];
            ReadOnlySpan<double> forY = [0, 0, 0, x, y, 1, -v * x, -v * y, v];
            forX.CopyTo(rows[(2 * i * 9)..]);
            forY.CopyTo(rows[((2 * i + 1) * 9)..]);
        }
        return Solve(rows) ? new([rows[8], rows[17], rows[26], rows[35], rows[44], rows[53], rows[62], rows[71]]) : null;
    }

    public Spot At(double x, double y)
    {
        var depth = _m[6] * x + _m[7] * y + 1;
        return new((_m[0] * x + _m[1] * y + _m[2]) / depth, (_m[3] * x + _m[4] * y + _m[5]) / depth);
    }

    private static bool Solve(Span<double> rows)
    {
        for (var column = 0; column < 8; column++)
        {
            var pivot = column;
            for (var row = column + 1; row < 8; row++)
            {
                if (Math.Abs(rows[row * 9 + column]) > Math.Abs(rows[pivot * 9 + column]))
                    pivot = row;
            }
            if (Math.Abs(rows[pivot * 9 + column]) < 1e-9)
                return false;
            for (var i = 0; i < 9; i++)
                (rows[column * 9 + i], rows[pivot * 9 + i]) = (rows[pivot * 9 + i], rows[column * 9 + i]);
            var scale = 1 / rows[column * 9 + column];
            for (var i = column; i < 9; i++)
                rows[column * 9 + i] *= scale;
            for (var row = 0; row < 8; row++)
            {
                var factor = rows[row * 9 + column];
                if (row == column || factor == 0)
                    continue;
                for (var i = column; i < 9; i++)
                    rows[row * 9 + i] -= factor * rows[column * 9 + i];
            }
        }
        return true;
    }
}
