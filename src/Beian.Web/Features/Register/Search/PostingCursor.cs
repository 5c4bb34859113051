using System.Buffers;

namespace Beian.Web.Features.Register.Search;

/// <summary>
/// Walks the entries that have a gram, newest first, reading blocks as it needs them. Its room is borrowed: lists of tens of thousands of ids,
/// made anew for every search, would keep the garbage collector busier than the search.
/// </summary>
public sealed class PostingCursor(long gram) : IDisposable
{
    // Blocks are read in growing steps: most searches are content with the newest, the others want many.
    private const int MostBlocks = 64;

    private long[] _room = [];
    private int _count;
    private int _place = -1;
    private int _step = 2;

    /// <summary>Lower bound of what is read; below it only the database knows.</summary>
    private long _readTo = long.MaxValue;

    public long Gram => gram;

    /// <summary>Whether everything is read: then <see cref="Ids"/> are all.</summary>
    public bool IsRead { get; private set; }

    /// <summary>What is read, in ascending order, up to where the walk began.</summary>
    public ReadOnlySpan<long> Ids => _room.AsSpan(0, _count);

    /// <summary>Where an id stands among <see cref="Ids"/>; below 0: nowhere.</summary>
    public int IndexOf(long id) => Ids.BinarySearch(id);

    /// <summary>How many ids of the register's stretch that is read stand here, as a share: small is rare.</summary>
    public double Density => _count == 0 ? 0 : _count / (double)(_room[_count - 1] - Math.Min(_readTo, _room[0]) + 1);

    /// <summary>Takes the blocks just read, newest first.</summary>
    /// <param name="upTo">Where the walk begins: newer ids do not count.</param>
    public void Take(List<(long FromId, byte[] Ids)> blocks, int asked, long upTo)
    {
        Borrow(blocks.Sum(b => b.Ids.Length));
        _count = 0;
        for (var i = blocks.Count - 1; i >= 0; i--)
            _count += PostingBlock.Decode(blocks[i].Ids, blocks[i].FromId, _room.AsSpan(_count));
        IsRead = blocks.Count < asked;
        if (blocks.Count > 0)
            _readTo = blocks[^1].FromId;
        var end = IndexOf(upTo);
        _count = end < 0 ? ~end : end + 1;
        _place = _count - 1;
    }

    /// <summary>The newest id not above <paramref name="target"/>, 0 where there is none; false: more must be read first.</summary>
    public bool TrySeek(long target, out long id)
    {
        if (_place >= 0 && _room[_place] > target)
            _place = PlaceOf(target);
        id = _place >= 0 ? _room[_place] : 0;
        return _place >= 0 || IsRead;
    }

    /// <summary>Reads on, below <paramref name="target"/> and what was read.</summary>
    public async Task ReadOnAsync(long target, BlockReader reader, CancellationToken stop)
    {
        _step = Math.Min(_step * 2, MostBlocks);
        var upTo = Math.Min(target, _readTo - 1);
        Take(await reader.ReadAsync(gram, upTo, _step, stop), _step, upTo);
    }

    /// <summary>Doubling steps back from where we are: near targets are the rule.</summary>
    private int PlaceOf(long target)
    {
        var step = 1;
        var high = _place;
        var low = high - 1;
        while (low >= 0 && _room[low] > target)
        {
            high = low;
            step *= 2;
            low = high - step;
        }
        low = Math.Max(low, -1);
        while (low + 1 < high)
        {
            var middle = (low + high) / 2;
            if (_room[middle] > target)
                high = middle;
            else
                low = middle;
        }
        return high - 1;
    }

    /// <summary>Gives the room back; nothing is to be asked of it any more.</summary>
    public void Dispose()
    {
        if (_room.Length > 0)
            ArrayPool<long>.Shared.Return(_room);
        (_room, _count, _place) = ([], 0, -1);
    }

    private void Borrow(int most)
    {
        if (most <= _room.Length)
            return;
        Dispose();
        _room = ArrayPool<long>.Shared.Rent(most);
    }
}
