namespace Beian.Web.Features.Register.Search;

/// <summary>Walks the entries that have a gram, newest first, reading blocks as it needs them.</summary>
public sealed class PostingCursor(long gram)
{
    // Blocks are read in growing steps: most searches are content with the newest, the others want many.
    private const int MostBlocks = 64;

    private readonly List<long> _ids = [];
    private int _place = -1;
    private int _step = 2;

    /// <summary>Lower bound of what is read; below it only the database knows.</summary>
    private long _readTo = long.MaxValue;

    public long Gram => gram;

    /// <summary>Whether everything is read: then <see cref="Ids"/> are all.</summary>
    public bool IsRead { get; private set; }

    /// <summary>What is read, in ascending order, up to where the walk began.</summary>
    public IReadOnlyList<long> Ids => _ids;

    /// <summary>Where an id stands among <see cref="Ids"/>; below 0: nowhere.</summary>
    public int IndexOf(long id) => _ids.BinarySearch(id);

    /// <summary>How many ids of the register's stretch that is read stand here, as a share: small is rare.</summary>
    public double Density => _ids.Count == 0 ? 0 : _ids.Count / (double)(_ids[^1] - Math.Min(_readTo, _ids[0]) + 1);

    /// <summary>Takes the blocks just read, newest first.</summary>
    /// <param name="upTo">Where the walk begins: newer ids do not count.</param>
    public void Take(List<(long FromId, byte[] Ids)> blocks, int asked, long upTo)
    {
        _ids.Clear();
        for (var i = blocks.Count - 1; i >= 0; i--)
            PostingBlock.Decode(blocks[i].Ids, blocks[i].FromId, _ids);
        IsRead = blocks.Count < asked;
        if (blocks.Count > 0)
            _readTo = blocks[^1].FromId;
        var end = _ids.BinarySearch(upTo);
        end = end < 0 ? ~end : end + 1;
        _ids.RemoveRange(end, _ids.Count - end);
        _place = _ids.Count - 1;
    }

    /// <summary>The newest id not above <paramref name="target"/>, 0 where there is none; false: more must be read first.</summary>
    public bool TrySeek(long target, out long id)
    {
        if (_place >= 0 && _ids[_place] > target)
            _place = PlaceOf(target);
        id = _place >= 0 ? _ids[_place] : 0;
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
        while (low >= 0 && _ids[low] > target)
        {
            high = low;
            step *= 2;
            low = high - step;
        }
        low = Math.Max(low, -1);
        while (low + 1 < high)
        {
            var middle = (low + high) / 2;
            if (_ids[middle] > target)
                high = middle;
            else
                low = middle;
        }
        return high - 1;
    }
}
