using System.Globalization;

namespace Beian.Web.Features.Register.Search;

/// <summary>Reads posting blocks. The only access path is the primary key, so that no planner can go astray.</summary>
public sealed class BlockReader(SearchConnection connection)
{
    private const string One =
        "SELECT from_id, ids FROM search_postings WHERE gram = @gram AND from_id <= @upto ORDER BY from_id DESC LIMIT @n";

    private static readonly string[] Several = new string[NameMatches.MostGrams + 1];

    private readonly List<(long FromId, byte[] Ids)> _blocks = [];

    /// <summary>The next blocks of a gram, newest first; valid until the next call.</summary>
    public async ValueTask<List<(long FromId, byte[] Ids)>> ReadAsync(long gram, long upTo, int count, CancellationToken stop)
    {
        _blocks.Clear();
        var command = connection.Prepare(One, ("gram", gram), ("upto", upTo), ("n", (long)count));
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop))
            _blocks.Add((reader.GetInt64(0), reader.GetFieldValue<byte[]>(1)));
        return _blocks;
    }

    /// <summary>The newest blocks of several grams in one turn.</summary>
    public async Task<PostingCursor[]> OpenAsync(List<long> grams, long upTo, CancellationToken stop)
    {
        const int Newest = 2;
        var parameters = new (string, object)[grams.Count + 2];
        parameters[0] = ("upto", upTo);
        parameters[1] = ("n", (long)Newest);
        for (var i = 0; i < grams.Count; i++)
            parameters[i + 2] = ("g" + i.ToString(CultureInfo.InvariantCulture), grams[i]);
        var blocks = new List<(long FromId, byte[] Ids)>[grams.Count];
        var command = connection.Prepare(Several[grams.Count] ??= SqlFor(grams.Count), parameters);
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop))
            (blocks[reader.GetInt32(0)] ??= []).Add((reader.GetInt64(1), reader.GetFieldValue<byte[]>(2)));

        var cursors = new PostingCursor[grams.Count];
        for (var i = 0; i < cursors.Length; i++)
        {
            blocks[i]?.Sort((a, b) => b.FromId.CompareTo(a.FromId));
            cursors[i] = new(grams[i]);
            cursors[i].Take(blocks[i] ?? [], Newest, upTo);
        }
        return cursors;
    }

    private static string SqlFor(int count) =>
        string.Join(
            " UNION ALL ",
            Enumerable
                .Range(0, count)
                .Select(i =>
                    $"SELECT * FROM (SELECT {i} AS n, from_id, ids FROM search_postings "
                    + $"WHERE gram = @g{i} AND from_id <= @upto ORDER BY from_id DESC LIMIT @n) t{i}"
                )
        );
}
