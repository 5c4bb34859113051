namespace Beian.Tests.Scanning;

/// <summary>Writes a grey sequential JPEG (ITU-T T.81) with the tables of its annex K. What others write stands in Samples/.</summary>
internal sealed class SampleJpeg : IDisposable
{
    // csharpier-ignore
    private static readonly byte[] _zigzag =
    [
        0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7, 14, 21, 28,
        35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39, 46, 53, 60, 61, 54, 47, 55, 62, 63,
    ];

    private static readonly byte[] _dcCounts = [0, 1, 5, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0];
    private static readonly byte[] _dcSymbols = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];

    // Eight bits for each of 250 symbols are not the shortest code, but a right one; all ones stays free.
    private static readonly byte[] _acCounts = [0, 0, 0, 0, 0, 0, 0, 162, 0, 0, 0, 0, 0, 0, 0, 0];
    private static readonly byte[] _acSymbols =
    [
        0x00,
        0xF0,
        .. Enumerable.Range(0, 16).SelectMany(run => Enumerable.Range(1, 10).Select(bits => (byte)(run << 4 | bits))),
    ];

    private const int Step = 12;

    private readonly MemoryStream _jpeg = new();
    private readonly Dictionary<string, short[]> _known = [];
    private uint _bits;
    private int _count;

    public static byte[] Write(SamplePicture picture, int restartInterval)
    {
        using var jpeg = new SampleJpeg();
        return jpeg.Encode(picture, restartInterval);
    }

    public void Dispose() => _jpeg.Dispose();

    private byte[] Encode(SamplePicture picture, int restartInterval)
    {
        var (w, h) = (picture.Width, picture.Height);
        _jpeg.Write([0xFF, 0xD8]);
        Segment(0xDB, [0, .. Enumerable.Repeat((byte)Step, 64)]);
        Segment(0xC0, [8, (byte)(h >> 8), (byte)h, (byte)(w >> 8), (byte)w, 1, 1, 0x11, 0]);
        Segment(0xC4, [0x00, .. _dcCounts, .. _dcSymbols]);
        Segment(0xC4, [0x10, .. _acCounts, .. _acSymbols]);
        if (restartInterval > 0)
            Segment(0xDD, [(byte)(restartInterval >> 8), (byte)restartInterval]);
        Segment(0xDA, [1, 1, 0x00, 0, 63, 0]);
        var (before, index) = (0, 0);
        for (var y = 0; y < h; y += 8)
        {
            for (var x = 0; x < w; x += 8)
            {
                if (restartInterval > 0 && index > 0 && index % restartInterval == 0)
                {
                    Flush();
                    _jpeg.Write([0xFF, (byte)(0xD0 + (index / restartInterval - 1) % 8)]);
                    before = 0;
                }
                index++;
                var block = Frequencies(picture, x, y);
                Block(block, block[0] - before);
                before = block[0];
            }
        }
        Flush();
        _jpeg.Write([0xFF, 0xD9]);
        return _jpeg.ToArray();
    }

    private void Segment(byte marker, byte[] data)
    {
        _jpeg.Write([0xFF, marker, (byte)((data.Length + 2) >> 8), (byte)(data.Length + 2)]);
        _jpeg.Write(data);
    }

    /// <summary>The block's frequencies in the order they are written, divided by the step. Pages repeat themselves.</summary>
    private short[] Frequencies(SamplePicture picture, int left, int top)
    {
        Span<char> key = stackalloc char[64];
        for (var i = 0; i < 64; i++)
        {
            var (x, y) = (Math.Min(left + i % 8, picture.Width - 1), Math.Min(top + i / 8, picture.Height - 1));
            key[i] = (char)picture.Shades[y * picture.Width + x];
        }
        if (_known.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(key, out var known))
            return known;
        var frequencies = new short[64];
        for (var k = 0; k < 64; k++)
        {
            var (u, v) = (_zigzag[k] % 8, _zigzag[k] / 8);
            var sum = 0.0;
            for (var i = 0; i < 64; i++)
                sum += (key[i] - 128) * Math.Cos((2 * (i % 8) + 1) * u * Math.PI / 16) * Math.Cos((2 * (i / 8) + 1) * v * Math.PI / 16);
            frequencies[k] = (short)Math.Round(sum / 4 * (u == 0 ? Math.Sqrt(0.5) : 1) * (v == 0 ? Math.Sqrt(0.5) : 1) / Step);
        }
        if (_known.Count < 20_000)
            _known[key.ToString()] = frequencies;
        return frequencies;
    }

    private void Block(short[] block, int difference)
    {
        var size = SizeOf(difference);
        Code(_dcCounts, _dcSymbols, (byte)size);
        Number(difference, size);
        var run = 0;
        for (var k = 1; k < 64; k++)
        {
            if (block[k] == 0)
            {
                run++;
                continue;
            }
            for (; run > 15; run -= 16)
                Code(_acCounts, _acSymbols, 0xF0);
            size = SizeOf(block[k]);
            Code(_acCounts, _acSymbols, (byte)(run << 4 | size));
            Number(block[k], size);
            run = 0;
        }
        if (run > 0)
            Code(_acCounts, _acSymbols, 0x00);
    }

    private static int SizeOf(int value) => value == 0 ? 0 : int.Log2(Math.Abs(value)) + 1;

    private void Number(int value, int size) => Bits(value < 0 ? value + (1 << size) - 1 : value, size);

    private void Code(byte[] counts, byte[] symbols, byte symbol)
    {
        var (index, code) = (Array.IndexOf(symbols, symbol), 0);
        for (var length = 1; ; length++)
        {
            if (index < counts[length - 1])
            {
                Bits(code + index, length);
                return;
            }
            index -= counts[length - 1];
            code = (code + counts[length - 1]) << 1;
        }
    }

    private void Bits(int value, int count)
    {
        for (var i = count - 1; i >= 0; i--)
        {
            _bits = (_bits << 1) | (uint)((value >> i) & 1);
            if (++_count < 8)
                continue;
            _jpeg.WriteByte((byte)_bits);
            if ((byte)_bits == 0xFF)
                _jpeg.WriteByte(0);
            _count = 0;
        }
    }

    private void Flush()
    {
        while (_count != 0)
            Bits(1, 1);
    }
}
