using System.Buffers.Binary;

namespace Beian.Web.Scanning.Jpeg;

/// <summary>The bits between two markers of a JPEG. Beyond their end it gives noughts and says so.</summary>
internal ref struct EntropyReader(ReadOnlySpan<byte> jpeg, int start)
{
    private readonly ReadOnlySpan<byte> _jpeg = jpeg;
    private ulong _bits; // the next bit is the highest
    private int _count;
    private int _made; // bits of _bits that stand for what is not there
    private bool _isAtMarker;

    /// <summary>Where the reader stands; at a marker once it met one.</summary>
    public int Position { get; private set; } = start;

    /// <summary>Whether more bits were taken than there are.</summary>
    public readonly bool IsSpent => _made > _count;

    /// <summary>The next 16 bits, left where they are.</summary>
    public int Peek16()
    {
        if (_count < 16)
            Fill();
        return (int)(_bits >> 48);
    }

    public void Skip(int bits)
    {
        _bits <<= bits;
        _count -= bits;
    }

    public int Bit() => Bits(1);

    /// <summary>An unsigned number of up to 16 bits.</summary>
    public int Bits(int bits)
    {
        if (bits == 0)
            return 0;
        if (_count < bits)
            Fill();
        var value = (int)(_bits >> (64 - bits));
        Skip(bits);
        return value;
    }

    /// <summary>A number of so many bits that is negative when its first bit is 0 (T.81, F.2.2.1).</summary>
    public int Signed(int bits)
    {
        if (bits > 16)
            throw ScanFault.Damaged("A number of more than sixteen bits.");
        var value = Bits(bits);
        return bits > 0 && value < 1 << (bits - 1) ? value - (1 << bits) + 1 : value;
    }

    /// <summary>Goes on behind the next restart marker.</summary>
    /// <returns>Whether there is one.</returns>
    public bool Restart()
    {
        (_bits, _count, _made, _isAtMarker) = (0, 0, 0, false);
        while (Position + 1 < _jpeg.Length)
        {
            var next = _jpeg[Position..].IndexOf((byte)0xFF);
            if (next < 0 || Position + next + 1 >= _jpeg.Length)
                return false;
            Position += next;
            var marker = _jpeg[Position + 1];
            if (marker is >= 0xD0 and <= 0xD7)
            {
                Position += 2;
                return true;
            }
            if (marker is not (0 or 0xFF))
                return false;
            Position++;
        }
        return false;
    }

    private void Fill()
    {
        while (_count <= 32)
        {
            if (!_isAtMarker && Position + 4 <= _jpeg.Length)
            {
                var four = BinaryPrimitives.ReadUInt32BigEndian(_jpeg[Position..]);
                // None of the four is FF.
                if (((~four - 0x01010101) & four & 0x80808080) == 0)
                {
                    _bits |= (ulong)four << (32 - _count);
                    _count += 32;
                    Position += 4;
                    continue;
                }
            }
            _bits |= (ulong)NextByte() << (56 - _count);
            _count += 8;
        }
    }

    private uint NextByte()
    {
        if (!_isAtMarker && Position < _jpeg.Length)
        {
            var value = _jpeg[Position];
            if (value != 0xFF)
            {
                Position++;
                return value;
            }
            if (Position + 1 < _jpeg.Length && _jpeg[Position + 1] == 0)
            {
                Position += 2;
                return value;
            }
        }
        _isAtMarker = true;
        _made += 8;
        return 0;
    }
}
