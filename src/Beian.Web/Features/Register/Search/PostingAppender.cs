using System.Buffers;
using System.Data.Common;
using Beian.Web.Data.Bulk;
using Microsoft.Data.Sqlite;

namespace Beian.Web.Features.Register.Search;

/// <summary>
/// Puts many new entries into the posting lists at once. Their ids are higher than all there are, so each gram's last block is read and written once,
/// however many of the entries have it. To be used under <see cref="SearchIndex.LockAsync"/>.
/// </summary>
public sealed class PostingAppender(DbTransaction transaction)
{
    private const int Batch = 500;
    private const string Conflict = " ON CONFLICT (gram, from_id) DO UPDATE SET ids = excluded.ids";

    /// <summary>Writes what waits.</summary>
    public async Task WriteAsync(WaitingPostings waiting, CancellationToken stop)
    {
        using var blocks = new LastBlocks(transaction);
        var ids = new List<long>();
        // In the order of the table, so that neighbouring pages are touched one after the other.
        foreach (var batch in waiting.InOrder().Chunk(Batch))
        {
            var last = await blocks.ReadAsync(Array.ConvertAll(batch, g => g.Gram), stop);
            var changed = new List<(long Gram, long FromId, byte[] Ids)>(batch.Length);
            foreach (var (gram, added) in batch)
            {
                (long, byte[])? before = last.TryGetValue(gram, out var block) ? block : null;
                if (Lengthened(before, added) is { } longer)
                {
                    changed.Add((gram, longer.FromId, longer.Ids));
                    continue;
                }
                ids.Clear();
                ids.Add(added.First);
                PostingBlock.Decode(added.Later, added.First, ids);
                foreach (var (fromId, bytes) in Append(before, ids))
                    changed.Add((gram, fromId, bytes));
            }
            await PutAsync(changed, stop);
        }
    }

    /// <summary>The last block with the new ids behind it; null where they do not fit. Most do, and need not be taken apart.</summary>
    private static (long FromId, byte[] Ids)? Lengthened((long FromId, byte[] Ids)? last, in WaitingPostings.Ids added)
    {
        var (fromId, block) = last ?? (added.First, []);
        var first = added.First - PostingBlock.LastOf(block, fromId);
        var length = block.Length + PostingBlock.SizeOf(first);
        if (length + added.Later.Length > PostingBlock.MaxBytes)
            return null;
        var longer = new byte[length + added.Later.Length];
        block.CopyTo(longer, 0);
        PostingBlock.Write(first, longer.AsSpan(block.Length));
        added.Later.CopyTo(longer.AsSpan(length));
        return (fromId, longer);
    }

    /// <summary>The blocks that hold what the last one held and the new ids, each filled to the brim before the next is begun.</summary>
    public static IEnumerable<(long FromId, byte[] Ids)> Append((long FromId, byte[] Ids)? last, List<long> ids)
    {
        var block = ArrayPool<byte>.Shared.Rent(PostingBlock.MaxBytes);
        var (fromId, length) = (last?.FromId ?? ids[0], last?.Ids.Length ?? 0);
        var before = fromId;
        if (last is { } there)
        {
            there.Ids.CopyTo(block, 0);
            before = PostingBlock.LastOf(there.Ids, there.FromId);
        }
        foreach (var id in ids)
        {
            if (length + PostingBlock.SizeOf(id - before) > PostingBlock.MaxBytes)
            {
                yield return (fromId, block.AsSpan(0, length).ToArray());
                (fromId, before, length) = (id, id, 0);
            }
            length += PostingBlock.Write(id - before, block.AsSpan(length));
            before = id;
        }
        yield return (fromId, block.AsSpan(0, length).ToArray());
        ArrayPool<byte>.Shared.Return(block);
    }

    private async Task PutAsync(List<(long Gram, long FromId, byte[] Ids)> blocks, CancellationToken stop)
    {
        if (transaction.Connection is SqliteConnection sqlite)
        {
            await using var table = BulkTable.OnSqlite(sqlite, "search_postings", "gram from_id ids", Conflict);
            foreach (var (gram, fromId, ids) in blocks)
                await table.AddAsync([gram, fromId, ids], stop);
            return;
        }
        await using var together = transaction.Connection!.CreateCommand();
        together.Transaction = transaction;
        together.CommandText = "INSERT INTO search_postings (gram, from_id, ids) SELECT * FROM unnest(@grams, @froms, @ids)" + Conflict;
        together.Add("grams", blocks.Select(b => b.Gram).ToArray());
        together.Add("froms", blocks.Select(b => b.FromId).ToArray());
        together.Add("ids", blocks.Select(b => b.Ids).ToArray());
        await together.ExecuteNonQueryAsync(stop);
    }
}
