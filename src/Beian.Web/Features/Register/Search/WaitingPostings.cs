using System.Runtime.InteropServices;

namespace Beian.Web.Features.Register.Search;

/// <summary>
/// Ids of new entries by the grams they have, until they are written: tens of thousands of entries with a hundred grams each. For the grams of one service.
/// Its room is used again.
/// </summary>
public sealed class WaitingPostings
{
    // Where a gram's ids are, from 1: nearly all grams of an English name are found without hashing.
    private readonly int[] _places = new int[Gram.MostPlaces];
    private readonly Dictionary<long, int> _otherPlaces = [];
    private long[] _grams = new long[1 << 12];
    private Ids[] _ids = new Ids[1 << 12];
    private int _count;

    /// <summary>Notes that an entry has these grams, which may come several times; entries come in the order of their ids.</summary>
    public void Note(long id, List<long> grams)
    {
        foreach (var gram in CollectionsMarshal.AsSpan(grams))
        {
            var known = Gram.PlaceOf(gram);
            ref var place = ref known >= 0 ? ref _places[known] : ref CollectionsMarshal.GetValueRefOrAddDefault(_otherPlaces, gram, out _);
            if (place == 0)
                place = Begin(gram);
            _ids[place - 1].Add(id);
        }
    }

    /// <summary>What waits, in the order of the grams.</summary>
    public IEnumerable<(long Gram, Ids Ids)> InOrder()
    {
        var (grams, places) = (_grams.AsSpan(0, _count).ToArray(), Enumerable.Range(0, _count).ToArray());
        Array.Sort(grams, places);
        return grams.Zip(places, (gram, place) => (gram, _ids[place]));
    }

    /// <summary>Forgets what waited, and keeps its room.</summary>
    public void Clear()
    {
        Array.Clear(_places);
        _otherPlaces.Clear();
        for (var i = 0; i < _count; i++)
            _ids[i].Clear();
        _count = 0;
    }

    private int Begin(long gram)
    {
        if (_count == _grams.Length)
        {
            Array.Resize(ref _grams, 2 * _count);
            Array.Resize(ref _ids, 2 * _count);
        }
        _grams[_count++] = gram;
        return _count;
    }

    /// <summary>Ascending ids: the first, and behind it what <see cref="PostingBlock"/> makes of the others.</summary>
    public struct Ids
    {
        private bool _any;
        private byte[]? _bytes;
        private int _length;

        public long First { get; private set; }

        private long Last { get; set; }

        /// <summary>The ids behind the first.</summary>
        public readonly ReadOnlySpan<byte> Later => _bytes.AsSpan(0, _length);

        public void Add(long id)
        {
            if (!_any)
                (_any, First) = (true, id);
            else if (id != Last)
            {
                // A difference takes ten bytes at most.
                if (_bytes is null || _length + 10 > _bytes.Length)
                    Array.Resize(ref _bytes, Math.Max(16, _length * 2));
                _length += PostingBlock.Write(id - Last, _bytes.AsSpan(_length));
            }
            Last = id;
        }

        public void Clear() => (_any, _length) = (false, 0);
    }
}
