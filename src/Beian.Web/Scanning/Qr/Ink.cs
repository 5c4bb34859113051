namespace Beian.Web.Scanning.Qr;

/// <summary>
/// What is dark in a picture: darker than the middle between the darkest and the lightest shade around it, so that shadows and grey
/// paper do no harm. Where nearly all is of one shade, nothing is dark.
/// </summary>
internal sealed class Ink
{
    private const int Cell = 8;

    /// <summary>How many cells around one are looked at: together 56 pixels.</summary>
    private const int Reach = 3;

    private const int LeastContrast = 24;

    private readonly GreyPicture _picture;
    private readonly int _wide;
    private readonly int _high;
    private readonly byte[] _middle;
    private readonly byte[] _contrast;

    public Ink(GreyPicture picture)
    {
        _picture = picture;
        (_wide, _high) = ((picture.Width + Cell - 1) / Cell, (picture.Height + Cell - 1) / Cell);
        var (darkest, lightest) = Extremes();
        darkest = Spread(darkest, Math.Min);
        lightest = Spread(lightest, Math.Max);
        _middle = new byte[darkest.Length];
        _contrast = new byte[darkest.Length];
        for (var i = 0; i < darkest.Length; i++)
        {
            var contrast = lightest[i] - darkest[i];
            _contrast[i] = (byte)contrast;
            _middle[i] = contrast < LeastContrast ? (byte)0 : (byte)((lightest[i] + darkest[i] + 1) / 2);
        }
    }

    public int Width => _picture.Width;

    public int Height => _picture.Height;

    public bool IsDark(int x, int y) => _picture.Shades[y * _picture.Width + x] < _middle[(y / Cell) * _wide + x / Cell];

    /// <summary>How dark a place is: 1 fully, –1 not at all, 0 undecided.</summary>
    public double DarknessAt(Spot spot)
    {
        var (x, y) = ((int)spot.X, (int)spot.Y);
        if (x < 0 || y < 0 || x >= Width || y >= Height)
            return 0;
        var cell = (y / Cell) * _wide + x / Cell;
        if (_middle[cell] == 0)
            return -1;
        return Math.Clamp((_middle[cell] - _picture.At((float)spot.X, (float)spot.Y)) * 2 / _contrast[cell], -1, 1);
    }

    /// <summary>The lengths of a row's stretches, light and dark in turn, the first one light (and perhaps empty).</summary>
    public void Stretches(int y, List<int> lengths)
    {
        lengths.Clear();
        var (dark, since) = (false, 0);
        var shades = _picture.Shades.AsSpan(y * Width, Width);
        var middles = _middle.AsSpan((y / Cell) * _wide, _wide);
        for (var cell = 0; cell < middles.Length; cell++)
        {
            var middle = middles[cell];
            var end = Math.Min((cell + 1) * Cell, shades.Length);
            for (var x = cell * Cell; x < end; x++)
            {
                if (shades[x] < middle == dark)
                    continue;
                lengths.Add(x - since);
                (dark, since) = (!dark, x);
            }
        }
        lengths.Add(shades.Length - since);
    }

    private (byte[] Darkest, byte[] Lightest) Extremes()
    {
        var (darkest, lightest) = (new byte[_wide * _high], new byte[_wide * _high]);
        Array.Fill(darkest, byte.MaxValue);
        for (var y = 0; y < Height; y++)
        {
            var row = _picture.Shades.AsSpan(y * Width, Width);
            var first = (y / Cell) * _wide;
            for (var cell = 0; cell < _wide; cell++)
            {
                var (low, high) = (darkest[first + cell], lightest[first + cell]);
                foreach (var shade in row.Slice(cell * Cell, Math.Min(Cell, Width - cell * Cell)))
                {
                    low = Math.Min(low, shade);
                    high = Math.Max(high, shade);
                }
                (darkest[first + cell], lightest[first + cell]) = (low, high);
            }
        }
        return (darkest, lightest);
    }

    private byte[] Spread(byte[] cells, Func<byte, byte, byte> choose)
    {
        var (across, both) = (new byte[cells.Length], new byte[cells.Length]);
        for (var y = 0; y < _high; y++)
        {
            for (var x = 0; x < _wide; x++)
            {
                var value = cells[y * _wide + x];
                for (var i = Math.Max(0, x - Reach); i <= Math.Min(_wide - 1, x + Reach); i++)
                    value = choose(value, cells[y * _wide + i]);
                across[y * _wide + x] = value;
            }
        }
        for (var y = 0; y < _high; y++)
        {
            for (var x = 0; x < _wide; x++)
            {
                var value = across[y * _wide + x];
                for (var i = Math.Max(0, y - Reach); i <= Math.Min(_high - 1, y + Reach); i++)
                    value = choose(value, across[i * _wide + x]);
                both[y * _wide + x] = value;
            }
        }
        return both;
    }
}
