namespace Beian.Web.Scanning.Jpeg;

/// <summary>One table of codes of a JPEG (ITU-T T.81, annex C): codes of up to 16 bits, the short ones looked up at once.</summary>
internal sealed class HuffmanTable
{
    private const int QuickBits = 9;

    // Length in the upper byte, symbol in the lower; 0 where the code is longer.
    private readonly ushort[] _quick = new ushort[1 << QuickBits];
    private readonly int[] _end = new int[17]; // beyond the last code of a length, moved up to 16 bits
    private readonly int[] _offset = new int[17];
    private readonly byte[] _symbols;

    public HuffmanTable(ReadOnlySpan<byte> counts, ReadOnlySpan<byte> symbols)
    {
        _symbols = symbols.ToArray();
        var (code, first) = (0, 0);
        for (var length = 1; length <= 16; length++)
        {
            var count = counts[length - 1];
            if (code + count > 1 << length)
                throw ScanFault.Damaged("A table with more codes than there are.");
            _offset[length] = first - code;
            for (var i = 0; i < count && length <= QuickBits; i++)
            {
                var entry = (ushort)((length << 8) | _symbols[first + i]);
                Array.Fill(_quick, entry, (code + i) << (QuickBits - length), 1 << (QuickBits - length));
            }
            code += count;
            first += count;
            _end[length] = code << (16 - length);
            code <<= 1;
        }
    }

    /// <summary>The next symbol.</summary>
    public int Read(ref EntropyReader reader)
    {
        var next = reader.Peek16();
        var quick = _quick[next >> (16 - QuickBits)];
        if (quick != 0)
        {
            reader.Skip(quick >> 8);
            return quick & 255;
        }
        for (var length = QuickBits + 1; length <= 16; length++)
        {
            if (next < _end[length])
            {
                reader.Skip(length);
                return _symbols[(next >> (16 - length)) + _offset[length]];
            }
        }
        throw ScanFault.Damaged("A code that is not in its table.");
    }
}
