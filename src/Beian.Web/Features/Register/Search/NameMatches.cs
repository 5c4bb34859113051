using Beian.Web.Data;

namespace Beian.Web.Features.Register.Search;

/// <summary>
/// Finds the entries whose names hold every term, newest first. The grams of the terms narrow the register down to candidates;
/// what grams cannot tell (that pairs stand next to each other) the names themselves decide.
/// </summary>
public sealed class NameMatches(SearchConnection connection, DatabaseProvider provider, long serviceId, IReadOnlyList<string> terms)
{
    /// <summary>More grams would not narrow further.</summary>
    internal const int MostGrams = 12;

    // Reading a candidate's name costs as much as walking over this many ids of a list.
    private const double IdsForName = 150;

    private readonly BlockReader _blocks = new(connection);
    private readonly List<long> _grams = [];
    private readonly Dictionary<long, int> _termOf = [];
    private bool _gramsDecide;

    /// <summary>The newest matches not above <paramref name="upTo"/>.</summary>
    public async Task<List<long>> FindAsync(long upTo, int wanted, CancellationToken stop)
    {
        if (_grams.Count == 0)
            ChooseGrams();
        var cursors = await _blocks.OpenAsync(_grams, upTo, stop);
        try
        {
            if (cursors.Any(c => c is { IsRead: true, Ids.Length: 0 }))
                return [];
            Array.Sort(cursors, (a, b) => RankOf(a).CompareTo(RankOf(b)));
            return cursors[0].IsRead
                ? await FromShortListAsync(cursors, wanted, stop)
                : await FromLongListsAsync(cursors, upTo, wanted, stop);
        }
        finally
        {
            foreach (var cursor in cursors)
                cursor.Dispose();
        }
    }

    /// <summary>Lists that are known whole first, shortest first; then the others, rarest first.</summary>
    private static double RankOf(PostingCursor cursor) => cursor.IsRead ? cursor.Ids.Length / 1e9 : cursor.Density;

    /// <summary>Of every term its first gram, then of every term its next, until there are enough.</summary>
    private void ChooseGrams()
    {
        var byTerm = new List<List<long>>();
        foreach (var term in terms)
        {
            var grams = new List<long>();
            Gram.AddOf(serviceId, term, grams);
            foreach (var gram in grams)
                _termOf.TryAdd(gram, byTerm.Count);
            byTerm.Add(grams);
        }
        var all = byTerm.SelectMany(g => g).Distinct().Count();
        for (var i = 0; _grams.Count < Math.Min(all, MostGrams); i++)
            foreach (var grams in byTerm)
                if (i < grams.Count && _grams.Count < MostGrams && !_grams.Contains(grams[i]))
                    _grams.Add(grams[i]);
        _gramsDecide = _grams.Count == all && byTerm.All(g => g.Count == 1);
    }

    /// <summary>The rarest gram is known whole: what the other known ones leave of it is looked at.</summary>
    private async Task<List<long>> FromShortListAsync(PostingCursor[] cursors, int wanted, CancellationToken stop)
    {
        var candidates = new List<long>();
        var known = cursors.Where(c => c.IsRead).ToArray();
        for (var i = known[0].Ids.Length - 1; i >= 0; i--)
            if (IsInAll(known, known[0].Ids[i]))
                candidates.Add(known[0].Ids[i]);
        if (_gramsDecide && known.Length == cursors.Length)
            return candidates.Count <= wanted ? candidates : candidates.GetRange(0, wanted);

        var found = new List<long>();
        for (var start = 0; start < candidates.Count && found.Count < wanted; )
        {
            var count = Math.Min(candidates.Count - start, Slack(wanted - found.Count));
            found.AddRange(await VerifyAsync(candidates.GetRange(start, count), stop));
            start += count;
        }
        return found.Count <= wanted ? found : found.GetRange(0, wanted);
    }

    private static bool IsInAll(PostingCursor[] cursors, long id)
    {
        for (var i = 1; i < cursors.Length; i++)
            if (cursors[i].IndexOf(id) < 0)
                return false;
        return true;
    }

    /// <summary>All grams are frequent: walk their lists side by side.</summary>
    private async Task<List<long>> FromLongListsAsync(PostingCursor[] cursors, long upTo, int wanted, CancellationToken stop)
    {
        var walked = WorthWalking(cursors);
        var decided = _gramsDecide && walked.Length == cursors.Length;
        var (found, candidates) = (new List<long>(), new List<long>());
        var (target, place) = (upTo, 0);
        while (found.Count < wanted && target > 0)
        {
            candidates.Clear();
            var enough = decided ? wanted : Slack(wanted - found.Count);
            while (candidates.Count < enough && target > 0)
            {
                while (!TryNext(walked, ref target, ref place))
                    await walked[place].ReadOnAsync(target, _blocks, stop);
                if (target > 0)
                    candidates.Add(target--);
            }
            if (decided)
            {
                found.AddRange(candidates);
                continue;
            }
            var verified = await VerifyAsync(candidates, stop);
            found.AddRange(verified);
            if (candidates.Count > 1)
                walked = WorthAdding(walked, cursors, (candidates.Count - verified.Count) / (double)(candidates[0] - candidates[^1]));
        }
        return found.Count <= wanted ? found : found.GetRange(0, wanted);
    }

    /// <summary>
    /// The lists that cost less to walk through than they spare names to read: of every term its rarest, then the others, as
    /// long as they still leave out enough. Where the grams decide, walking all of them spares every name.
    /// </summary>
    private PostingCursor[] WorthWalking(PostingCursor[] cursors)
    {
        var rarest = cursors.DistinctBy(c => _termOf[c.Gram]).ToArray();
        var walked = new List<PostingCursor> { cursors[0] };
        var share = cursors[0].Density;
        foreach (var cursor in rarest.Skip(1).Concat(cursors.Except(rarest)))
        {
            var spared = _gramsDecide ? 1 : 1 - cursor.Density;
            if (cursor.Density > share * spared * IdsForName)
                continue;
            walked.Add(cursor);
            // Grams of one term come together: a further one leaves out less than it would alone.
            if (!_gramsDecide)
                share *= rarest.Contains(cursor) ? cursor.Density : 0.5;
        }
        return [.. walked.OrderBy(c => c.Density)];
    }

    /// <summary>
    /// Grams of one word come together, so the lists may leave more names over than they seemed to: once that is known, others are cheaper to walk
    /// through, too.
    /// </summary>
    /// <param name="missed">Names that were read in vain, as a share of the register's stretch.</param>
    private static PostingCursor[] WorthAdding(PostingCursor[] walked, PostingCursor[] cursors, double missed)
    {
        var more = new List<PostingCursor>(walked);
        foreach (var cursor in cursors.Except(walked))
            if (cursor.Density < missed * IdsForName)
            {
                more.Add(cursor);
                missed *= 0.5;
            }
        return more.Count == walked.Length ? walked : [.. more.OrderBy(c => c.Density)];
    }

    /// <summary>
    /// The newest id up to the target that stands in every list; 0 where there is none. False: the cursor at
    /// <paramref name="place"/> must first read on below the target. Called for every match, so it never waits itself.
    /// </summary>
    private static bool TryNext(PostingCursor[] cursors, ref long target, ref int place)
    {
        while (place < cursors.Length)
        {
            if (!cursors[place].TrySeek(target, out var id))
                return false;
            if (id == 0)
            {
                target = 0;
                break;
            }
            // Who has only an older one sets the target anew, for all before it.
            place = id == target || place == 0 ? place + 1 : 0;
            target = id;
        }
        place = 0;
        return true;
    }

    private static int Slack(int wanted) => wanted + wanted / 8 + 16;

    /// <summary>Those of some entries whose names hold every term, newest first.</summary>
    public Task<List<long>> AmongAsync(List<long> ids, CancellationToken stop) => VerifyAsync(ids, stop);

    private async Task<List<long>> VerifyAsync(List<long> candidates, CancellationToken stop)
    {
        if (candidates.Count == 0)
            return [];
        // Candidates that stand close together: the names between them are read too, which is quicker than to look each up.
        var (high, low) = (candidates[0], candidates[^1]);
        var stretch = high - low < (long)candidates.Count * SearchSql.StretchForId(provider);
        var parameters = new List<(string, object)>(terms.Count + 2);
        if (stretch)
            parameters.AddRange([("low", low), ("high", high)]);
        else
            parameters.Add(SearchSql.Ids(provider, candidates));
        for (var i = 0; i < terms.Count; i++)
            parameters.Add((SearchSql.TermNames[i], terms[i]));
        var sql = stretch ? SearchSql.VerifyStretch(provider, terms.Count) : SearchSql.Verify(provider, terms.Count);
        var found = new List<long>(candidates.Count);
        await using (var reader = await connection.Prepare(sql, [.. parameters]).ExecuteReaderAsync(stop))
            while (await reader.ReadAsync(stop))
                found.Add(reader.GetInt64(0));
        found.Sort((a, b) => b.CompareTo(a));
        return stretch ? Among(found, candidates) : found;
    }

    /// <summary>What stands in both; both newest first. A stretch holds entries of other services, too.</summary>
    private static List<long> Among(List<long> found, List<long> candidates)
    {
        var (both, place) = (new List<long>(found.Count), 0);
        foreach (var id in found)
        {
            while (place < candidates.Count && candidates[place] > id)
                place++;
            if (place < candidates.Count && candidates[place] == id)
                both.Add(id);
        }
        return both;
    }
}
