using System.Data.Common;
using System.Globalization;

namespace Beian.Web.Features.Register.Search;

/// <summary>
/// Which entries have a gram, for the one who writes. One writer at a time: SQLite's write gate sees to it, on PostgreSQL
/// a lock of the transaction.
/// </summary>
public sealed class PostingList(DbTransaction transaction)
{
    // Statements grow with the grams; names have well under a hundred.
    private const int Batch = 100;

    /// <summary>Adds an entry to grams that it is not in yet.</summary>
    public Task AddAsync(long id, IEnumerable<long> grams, CancellationToken stop) => ChangeAsync(id, grams, Insert, stop);

    /// <summary>Takes an entry out of grams that it is in.</summary>
    public Task RemoveAsync(long id, IEnumerable<long> grams, CancellationToken stop) => ChangeAsync(id, grams, Remove, stop);

    /// <summary>The blocks that replace the one an id was put into: the same one, or it and a new one.</summary>
    internal static IEnumerable<(long FromId, byte[] Ids)> Insert(long fromId, List<long> ids, long id)
    {
        var place = ids.BinarySearch(id);
        if (place >= 0)
            return [(fromId, PostingBlock.Encode([.. ids], fromId))];
        ids.Insert(~place, id);
        var all = ids.ToArray();
        var block = PostingBlock.Encode(all, fromId);
        if (block.Length <= PostingBlock.MaxBytes)
            return [(fromId, block)];
        // The register grows at its end: there the full block stays full and the newcomer begins the next.
        var split = ~place == all.Length - 1 ? all.Length - 1 : all.Length / 2;
        return
        [
            (fromId, PostingBlock.Encode(all.AsSpan(0, split), fromId)),
            (all[split], PostingBlock.Encode(all.AsSpan(split), all[split])),
        ];
    }

    private static IEnumerable<(long FromId, byte[] Ids)> Remove(long fromId, List<long> ids, long id)
    {
        ids.Remove(id);
        return [(fromId, PostingBlock.Encode([.. ids], fromId))];
    }

    private async Task ChangeAsync(
        long id,
        IEnumerable<long> grams,
        Func<long, List<long>, long, IEnumerable<(long FromId, byte[] Ids)>> change,
        CancellationToken stop
    )
    {
        foreach (var batch in grams.Chunk(Batch))
        {
            var blocks = await ReadAsync(batch, id, stop);
            var changed = new List<(long Gram, long FromId, byte[] Ids)>();
            foreach (var gram in batch)
            {
                var (fromId, ids) = blocks.TryGetValue(gram, out var block) ? block : (id, []);
                changed.AddRange(change(fromId, ids, id).Select(b => (gram, b.FromId, b.Ids)));
            }
            await WriteAsync(changed, stop);
        }
    }

    /// <summary>The block of each gram in which an id stands or would stand.</summary>
    private async Task<Dictionary<long, (long FromId, List<long> Ids)>> ReadAsync(long[] grams, long id, CancellationToken stop)
    {
        await using var command = NewCommand();
        command.CommandText = string.Join(
            " UNION ALL ",
            grams.Select(gram =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"SELECT * FROM (SELECT gram, from_id, ids FROM search_postings WHERE gram = {gram} AND from_id <= {id} ORDER BY from_id DESC LIMIT 1) g"
                )
            )
        );
        var blocks = new Dictionary<long, (long, List<long>)>();
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop))
        {
            var fromId = reader.GetInt64(1);
            var ids = new List<long>();
            PostingBlock.Decode(reader.GetFieldValue<byte[]>(2), fromId, ids);
            blocks.Add(reader.GetInt64(0), (fromId, ids));
        }
        return blocks;
    }

    private async Task WriteAsync(List<(long Gram, long FromId, byte[] Ids)> blocks, CancellationToken stop)
    {
        await using var command = NewCommand();
        var rows = blocks.Select(
            (b, i) =>
            {
                command.Add($"b{i}", b.Ids);
                return string.Create(CultureInfo.InvariantCulture, $"({b.Gram}, {b.FromId}, @b{i})");
            }
        );
        command.CommandText =
            $"INSERT INTO search_postings (gram, from_id, ids) VALUES {string.Join(", ", rows)} "
            + "ON CONFLICT (gram, from_id) DO UPDATE SET ids = excluded.ids";
        await command.ExecuteNonQueryAsync(stop);
    }

    private DbCommand NewCommand()
    {
        var command = transaction.Connection!.CreateCommand();
        command.Transaction = transaction;
        return command;
    }
}
