using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Beian.Web.Data;

/// <summary>Ids as <see cref="Guid.CreateVersion7()"/> makes them (RFC 9562 §5.7), whose random bits are drawn for many at once. For one thread.</summary>
public sealed class NewIds(TimeProvider clock)
{
    private const int Length = 16;
    private const int Together = 64;

    private readonly byte[] _random = new byte[Together * Length];
    private int _used = Together * Length;

    public Guid Next()
    {
        if (_used == _random.Length)
        {
            RandomNumberGenerator.Fill(_random);
            _used = 0;
        }
        var id = _random.AsSpan(_used, Length);
        _used += Length;
        var random = BinaryPrimitives.ReadUInt16BigEndian(id[6..]);
        BinaryPrimitives.WriteInt64BigEndian(id, clock.GetUtcNow().ToUnixTimeMilliseconds() << 16);
        BinaryPrimitives.WriteUInt16BigEndian(id[6..], (ushort)(0x7000 | (random & 0x0FFF)));
        id[8] = (byte)(0x80 | (id[8] & 0x3F));
        return new(id, bigEndian: true);
    }
}
