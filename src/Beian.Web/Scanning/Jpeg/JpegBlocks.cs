namespace Beian.Web.Scanning.Jpeg;

/// <summary>
/// Reads the blocks of a scan (T.81, F.2 and G.2). Of the luma it keeps what it reads, at once as shades in a sequential JPEG, as frequencies in
/// a progressive one; the colours are read only to get past them.
/// </summary>
internal sealed class JpegBlocks
{
    // csharpier-ignore
    private static readonly byte[] _zigzag =
    [
        0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7, 14, 21, 28,
        35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39, 46, 53, 60, 61, 54, 47, 55, 62, 63,
    ];

    private readonly JpegFrame _frame;
    private readonly ushort[] _quantisation;
    private readonly int _size;
    private readonly int _stride;
    private readonly short[] _frequencies;
    private int _blocksToSkip; // the run of blocks that end here (EOBRUN)

    /// <param name="quantisation">The luma's steps, in the order they stand in the file.</param>
    public JpegBlocks(JpegFrame frame, ushort[] quantisation)
    {
        (_frame, _quantisation) = (frame, quantisation);
        _size = 8 / frame.Shrink;
        _stride = frame.Luma.BlocksWide * _size;
        Picture = GreyPicture.Blank(_stride, frame.Luma.BlocksHigh * _size);
        _frequencies = frame.IsProgressive ? new short[frame.Luma.BlocksWide * frame.Luma.BlocksHigh * 64] : [];
    }

    public GreyPicture Picture { get; }

    /// <summary>Reads one scan, as far as it goes.</summary>
    /// <returns>Whether it was there to its end.</returns>
    public bool Read(JpegScan scan, ref EntropyReader reader, int restartInterval, Deadline deadline)
    {
        var alone = scan.Components.Count == 1;
        var first = scan.Components[0];
        var (wide, high) = alone ? (first.OwnBlocksWide, first.OwnBlocksHigh) : (_frame.McusWide, _frame.McusHigh);
        Reset(scan);
        var untilRestart = restartInterval;
        for (var y = 0; y < high; y++)
        {
            deadline.Check();
            for (var x = 0; x < wide; x++)
            {
                if (restartInterval > 0 && untilRestart-- == 0)
                {
                    if (!reader.Restart())
                        return false;
                    Reset(scan);
                    untilRestart = restartInterval - 1;
                }
                if (reader.IsSpent)
                    return false;
                if (alone)
                    ReadBlock(scan, first, ref reader, x, y);
                else
                    ReadGroup(scan, ref reader, x, y);
            }
        }
        return true;
    }

    /// <summary>Makes the shades of a progressive JPEG, once its scans are read.</summary>
    public void Finish(Deadline deadline)
    {
        if (!_frame.IsProgressive)
            return;
        Span<float> block = stackalloc float[64];
        for (var y = 0; y < _frame.Luma.BlocksHigh; y++)
        {
            deadline.Check();
            for (var x = 0; x < _frame.Luma.BlocksWide; x++)
            {
                var frequencies = _frequencies.AsSpan((y * _frame.Luma.BlocksWide + x) * 64, 64);
                for (var k = 0; k < 64; k++)
                    block[_zigzag[k]] = frequencies[k] * _quantisation[k];
                ScaledTransform.Write(block, _size, Picture.Shades.AsSpan(y * _size * _stride + x * _size), _stride);
            }
        }
    }

    private void Reset(JpegScan scan)
    {
        _blocksToSkip = 0;
        foreach (var component in scan.Components)
            component.Before = 0;
    }

    private void ReadGroup(JpegScan scan, ref EntropyReader reader, int x, int y)
    {
        for (var i = 0; i < scan.Components.Count; i++)
        {
            var component = scan.Components[i];
            for (var v = 0; v < component.V; v++)
            {
                for (var h = 0; h < component.H; h++)
                    ReadBlock(scan, component, ref reader, x * component.H + h, y * component.V + v);
            }
        }
    }

    private void ReadBlock(JpegScan scan, JpegComponent component, ref EntropyReader reader, int x, int y)
    {
        var isLuma = component == _frame.Luma;
        if (!_frame.IsProgressive)
        {
            Span<float> block = stackalloc float[64];
            block.Clear();
            ReadSequential(component, ref reader, block, isLuma);
            if (isLuma)
                ScaledTransform.Write(block, _size, Picture.Shades.AsSpan(y * _size * _stride + x * _size), _stride);
            return;
        }
        Span<short> unused = stackalloc short[64];
        unused.Clear();
        var frequencies = isLuma ? _frequencies.AsSpan((y * component.BlocksWide + x) * 64, 64) : unused;
        if (scan.First == 0 && scan.High == 0)
            frequencies[0] = (short)(ReadDc(component, ref reader) << scan.Low);
        else if (scan.First == 0)
            frequencies[0] |= (short)(reader.Bit() << scan.Low);
        else if (scan.High == 0)
            ReadBand(scan, component, ref reader, frequencies);
        else
            RefineBand(scan, component, ref reader, frequencies);
    }

    private static int ReadDc(JpegComponent component, ref EntropyReader reader)
    {
        var table = component.Dc ?? throw ScanFault.Damaged("A scan without its table.");
        return component.Before += reader.Signed(table.Read(ref reader));
    }

    private void ReadSequential(JpegComponent component, ref EntropyReader reader, scoped Span<float> block, bool isLuma)
    {
        var dc = ReadDc(component, ref reader);
        var table = component.Ac ?? throw ScanFault.Damaged("A scan without its table.");
        block[0] = dc * _quantisation[0];
        for (var k = 1; k < 64; k++)
        {
            var symbol = table.Read(ref reader);
            var (run, bits) = (symbol >> 4, symbol & 15);
            if (bits == 0)
            {
                if (run < 15)
                    break;
                k += 15;
                continue;
            }
            k += run;
            var value = reader.Signed(bits);
            if (k > 63)
                break;
            if (isLuma)
                block[_zigzag[k]] = value * _quantisation[k];
        }
    }

    private void ReadBand(JpegScan scan, JpegComponent component, ref EntropyReader reader, scoped Span<short> frequencies)
    {
        if (_blocksToSkip > 0)
        {
            _blocksToSkip--;
            return;
        }
        var table = component.Ac ?? throw ScanFault.Damaged("A scan without its table.");
        for (var k = scan.First; k <= scan.Last; k++)
        {
            var symbol = table.Read(ref reader);
            var (run, bits) = (symbol >> 4, symbol & 15);
            if (bits == 0)
            {
                if (run < 15)
                {
                    _blocksToSkip = (1 << run) - 1 + reader.Bits(run);
                    return;
                }
                k += 15;
                continue;
            }
            k += run;
            var value = reader.Signed(bits) << scan.Low;
            if (k <= 63)
                frequencies[k] = (short)value;
        }
    }

    // G.1.2.3: new frequencies are ±1 at this bit; those that are known already get one more bit as they are passed.
    private void RefineBand(JpegScan scan, JpegComponent component, ref EntropyReader reader, scoped Span<short> frequencies)
    {
        var table = component.Ac ?? throw ScanFault.Damaged("A scan without its table.");
        var k = scan.First;
        while (_blocksToSkip == 0 && k <= scan.Last)
        {
            var symbol = table.Read(ref reader);
            var (run, bits) = (symbol >> 4, symbol & 15);
            if (bits == 0 && run < 15)
            {
                _blocksToSkip = (1 << run) + reader.Bits(run);
                break;
            }
            var value =
                bits == 0 ? 0
                : reader.Bit() == 1 ? 1 << scan.Low
                : -(1 << scan.Low);
            for (; k <= scan.Last; k++)
            {
                if (frequencies[k] != 0)
                    Refine(ref frequencies[k], scan.Low, ref reader);
                else if (run-- == 0)
                    break;
            }
            if (value != 0 && k <= scan.Last)
                frequencies[k] = (short)value;
            k++;
        }
        if (_blocksToSkip == 0)
            return;
        for (; k <= scan.Last; k++)
        {
            if (frequencies[k] != 0)
                Refine(ref frequencies[k], scan.Low, ref reader);
        }
        _blocksToSkip--;
    }

    private static void Refine(ref short frequency, int low, ref EntropyReader reader)
    {
        if (reader.Bit() == 1 && (frequency & (1 << low)) == 0)
            frequency += (short)(frequency > 0 ? 1 << low : -(1 << low));
    }
}
