using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace Beian.Web.Data.Bulk;

/// <summary>
/// Rows of one table, value behind value in memory of its own, from where a database takes them as they are: a million rows wait there without a million
/// objects. Its room is used again. For one thread at a time.
/// </summary>
public sealed class BulkRows
{
    // A value's kind and length come before it.
    private const int Head = 1 + sizeof(int);

    private readonly List<int> _starts = [];

    // Pinned: SQLite reads texts where they stand.
    private byte[] _bytes = NewRoom(1 << 12);
    private int _length;

    public int Count => _starts.Count;

    /// <summary>Forgets the rows, and keeps their room.</summary>
    public void Clear()
    {
        _starts.Clear();
        _length = 0;
    }

    /// <summary>Begins a row, whose values follow in the order of the columns.</summary>
    public BulkRows Begin()
    {
        _starts.Add(_length);
        return this;
    }

    public BulkRows AddNull()
    {
        Room(BulkKind.Null, 0);
        return this;
    }

    public BulkRows Add(int number)
    {
        BinaryPrimitives.WriteInt32LittleEndian(Room(BulkKind.Int, sizeof(int)), number);
        return this;
    }

    public BulkRows Add(long number)
    {
        BinaryPrimitives.WriteInt64LittleEndian(Room(BulkKind.Long, sizeof(long)), number);
        return this;
    }

    /// <param name="time">In UTC.</param>
    public BulkRows Add(DateTime time)
    {
        BinaryPrimitives.WriteInt64LittleEndian(Room(BulkKind.Time, sizeof(long)), time.Ticks);
        return this;
    }

    public BulkRows Add(Guid id)
    {
        id.TryWriteBytes(Room(BulkKind.Id, 16));
        return this;
    }

    public BulkRows Add(string text)
    {
        Encoding.UTF8.GetBytes(text, Room(BulkKind.Text, Encoding.UTF8.GetByteCount(text)));
        return this;
    }

    /// <param name="utf8">In UTF-8.</param>
    public BulkRows AddText(ReadOnlySpan<byte> utf8)
    {
        utf8.CopyTo(Room(BulkKind.Text, utf8.Length));
        return this;
    }

    public BulkRows AddBytes(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(AddBytes(bytes.Length));
        return this;
    }

    /// <summary>Adds bytes that are still to be written.</summary>
    /// <returns>Where to, until the next value is added.</returns>
    public Span<byte> AddBytes(int length) => Room(BulkKind.Bytes, length);

    /// <summary>Puts a number in the place of a row's first value, which is a long one: ids are known last.</summary>
    public void SetFirst(int row, long number) => BinaryPrimitives.WriteInt64LittleEndian(_bytes.AsSpan(_starts[row] + Head), number);

    /// <summary>The bytes of a row's first value.</summary>
    public ReadOnlyMemory<byte> FirstOf(int row)
    {
        var at = _starts[row];
        return BytesOf(Next(ref at));
    }

    /// <summary>Where a row's values begin, for <see cref="Next"/>.</summary>
    internal int StartOf(int row) => _starts[row];

    /// <summary>How many values a row has.</summary>
    internal int WidthOf(int row)
    {
        var width = 0;
        for (var at = StartOf(row); at < EndOf(row); width++)
            Next(ref at);
        return width;
    }

    internal int EndOf(int row) => row + 1 < _starts.Count ? _starts[row + 1] : _length;

    /// <summary>The value at a place, which moves behind it.</summary>
    internal BulkValue Next(ref int at)
    {
        var value = new BulkValue((BulkKind)_bytes[at], at + Head, BinaryPrimitives.ReadInt32LittleEndian(_bytes.AsSpan(at + 1)));
        at = value.At + value.Length;
        return value;
    }

    internal ReadOnlyMemory<byte> BytesOf(BulkValue value) => _bytes.AsMemory(value.At, value.Length);

    internal int IntOf(BulkValue value) => BinaryPrimitives.ReadInt32LittleEndian(_bytes.AsSpan(value.At));

    internal long LongOf(BulkValue value) => BinaryPrimitives.ReadInt64LittleEndian(_bytes.AsSpan(value.At));

    internal DateTime TimeOf(BulkValue value) => new(LongOf(value), DateTimeKind.Utc);

    internal Guid IdOf(BulkValue value) => new(_bytes.AsSpan(value.At, value.Length));

    /// <summary>Where a value stands until the next one is added.</summary>
    internal nint AddressOf(BulkValue value) => Marshal.UnsafeAddrOfPinnedArrayElement(_bytes, value.At);

    private Span<byte> Room(BulkKind kind, int length)
    {
        if (_length + Head + length > _bytes.Length)
        {
            var larger = NewRoom(Math.Max(_length + Head + length, 2 * _bytes.Length));
            _bytes.AsSpan(0, _length).CopyTo(larger);
            _bytes = larger;
        }
        _bytes[_length] = (byte)kind;
        BinaryPrimitives.WriteInt32LittleEndian(_bytes.AsSpan(_length + 1), length);
        var room = _bytes.AsSpan(_length + Head, length);
        _length += Head + length;
        return room;
    }

    private static byte[] NewRoom(int length) => GC.AllocateUninitializedArray<byte>(length, pinned: true);
}

internal enum BulkKind : byte
{
    Null,
    Int,
    Long,
    Time,
    Id,
    Text,
    Bytes,
}

/// <summary>Where a value stands among the bytes of its rows.</summary>
internal readonly record struct BulkValue(BulkKind Kind, int At, int Length);
