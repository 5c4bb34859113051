using Beian.Definitions.Packs;
using Beian.Web.Features.Register.Search;

namespace Beian.Web.Features.Register.Import;

/// <summary>
/// What of entries is best written for many at once: codes and postings in their order, and counters. It is noted beside the database's work, of which there
/// is most. Used again for each transaction.
/// </summary>
internal sealed class EntryNotes(Pack pack, long serviceId)
{
    private readonly IReadOnlyList<string> _counters = new IssuedNumbers(pack).CounterNames;
    private readonly List<(string Code, long Id)> _codes = [];
    private readonly Dictionary<string, long> _highest = [];
    private readonly List<long> _grams = [];
    private Task _noted = Task.CompletedTask;

    public long ServiceId => serviceId;

    /// <summary>Codes with the entries that have them; in order once <see cref="SortAsync"/> is through.</summary>
    public IReadOnlyList<(string Code, long Id)> Codes => _codes;

    public WaitingPostings Postings { get; } = new();

    /// <summary>The highest number of each counter.</summary>
    public IReadOnlyDictionary<string, long> Highest => _highest;

    /// <summary>Begins to note entries with their ids, which are higher than all before.</summary>
    public void Begin(IReadOnlyList<PreparedEntry> entries, long[] ids) => _noted = NoteAsync(_noted, entries, ids);

    /// <summary>Until all that was begun is noted.</summary>
    public Task EndAsync() => _noted;

    public Task SortAsync() =>
        Task.Run(() => _codes.Sort((a, b) => string.CompareOrdinal(a.Code, b.Code) is var order and not 0 ? order : a.Id.CompareTo(b.Id)));

    public void Clear()
    {
        _codes.Clear();
        Postings.Clear();
        _highest.Clear();
    }

    private async Task NoteAsync(Task before, IReadOnlyList<PreparedEntry> entries, long[] ids)
    {
        await Task.Yield();
        await before;
        for (var i = 0; i < ids.Length; i++)
            Note(entries[i], ids[i]);
    }

    private void Note(PreparedEntry entry, long id)
    {
        for (var i = 0; i < entry.Codes.Count; i++)
            _codes.Add((entry.Codes[i], id));
        _grams.Clear();
        Gram.AddEachOf(serviceId, entry.Names, _grams);
        Postings.Note(id, _grams);
        for (var i = 0; i < _counters.Count; i++)
            _highest[_counters[i]] = Math.Max(entry.Issued[i], _highest.GetValueOrDefault(_counters[i]));
    }
}
