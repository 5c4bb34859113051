using System.Globalization;
using Beian.Definitions.Fields;
using Beian.Definitions.Packs;
using Beian.Web.Data;
using Beian.Web.Features.Register.Search;

namespace Beian.Web.Features.Register.Import;

/// <summary>
/// What of entries is best written for many at once: codes and postings in their order, and counters. It is noted beside the database's work, of which there
/// is most. Used again for each transaction.
/// </summary>
internal sealed class EntryNotes(Pack pack, long serviceId)
{
    private readonly (string Field, NumberSeries Series, string Counter)[] _issued =
    [
        .. pack.Form.Fields.Where(f => f.Issue is not null).Select(f => (f.Code, f.Issue!, Counters.NameOf(pack.Code, f.Code))),
    ];

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

    /// <summary>Begins to note rows with their ids, which are higher than all before.</summary>
    public void Begin(IReadOnlyList<LegacyRow> rows, long[] ids) => _noted = NoteAsync(_noted, rows, ids);

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

    private async Task NoteAsync(Task before, IReadOnlyList<LegacyRow> rows, long[] ids)
    {
        await Task.Yield();
        await before;
        for (var i = 0; i < ids.Length; i++)
            Note(rows[i], ids[i]);
    }

    private void Note(LegacyRow row, long id)
    {
        foreach (var code in row.Entry!.Search.Codes)
            _codes.Add((code, id));
        _grams.Clear();
        Gram.AddEachOf(serviceId, row.Entry.Search.Names, _grams);
        Postings.Note(id, _grams);
        foreach (var (field, series, counter) in _issued)
            if (row.Answers[field] is { } text && NumberIn(series, text) is { } number)
                _highest[counter] = Math.Max(number, _highest.GetValueOrDefault(counter));
    }

    /// <summary>
    /// What a number counts in its series, so that the next one drawn is above it. Numbers at the very end of the series do not count: they would use it
    /// up at once; whoever draws steps over them.
    /// </summary>
    internal static long? NumberIn(NumberSeries series, string text) =>
        text.StartsWith(series.Prefix, StringComparison.Ordinal)
        && long.TryParse(text.AsSpan(series.Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number < (long)Math.Pow(10, series.Digits) / 100 * 99
            ? number
            : null;
}
