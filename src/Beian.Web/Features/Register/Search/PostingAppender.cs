using System.Buffers;
using System.Data.Common;
using Beian.Web.Data.Bulk;

namespace Beian.Web.Features.Register.Search;

/// <summary>
/// Puts many new entries into the posting lists at once. Their ids are higher than all there are, so each gram's last block is read and written once,
/// however many of the entries have it. To be used under <see cref="SearchIndex.LockAsync"/>.
/// </summary>
public sealed class PostingAppender(DbTransaction transaction)
{
    private const int Batch = 500;
    private const string Conflict = "ON CONFLICT (gram, from_id) DO UPDATE SET ids = excluded.ids";

    /// <summary>Writes what waits.</summary>
    public async Task WriteAsync(WaitingPostings waiting, CancellationToken stop)
    {
        using var last = new LastBlocks(transaction);
        using var table = BulkTable.Open(transaction.Connection!, "search_postings", "gram from_id ids", conflict: Conflict);
        var (changed, ids) = (new BulkRows(), new List<long>());
        // In the order of the table, so that neighbouring pages are touched one after the other.
        foreach (var batch in waiting.InOrder().Chunk(Batch))
        {
            await last.ReadAsync(Array.ConvertAll(batch, g => g.Gram), stop);
            changed.Clear();
            foreach (var (gram, added) in batch)
                if (!Lengthen(gram, last, added, changed))
                {
                    ids.Clear();
                    ids.Add(added.First);
                    PostingBlock.Decode(added.Later, added.First, ids);
                    foreach (var (fromId, block) in Append(last.Find(gram), ids))
                        changed.Begin().Add(gram).Add(fromId).AddBytes(block);
                }
            await table.WriteAsync(changed, stop);
        }
    }

    /// <summary>Puts the new ids behind those of the last block, where they fit. Most do, and need not be taken apart.</summary>
    private static bool Lengthen(long gram, LastBlocks last, in WaitingPostings.Ids added, BulkRows changed)
    {
        if (!last.TryFind(gram, out var fromId, out var block))
            fromId = added.First;
        var first = added.First - PostingBlock.LastOf(block, fromId);
        var length = block.Length + PostingBlock.SizeOf(first);
        if (length + added.Later.Length > PostingBlock.MaxBytes)
            return false;
        var longer = changed.Begin().Add(gram).Add(fromId).AddBytes(length + added.Later.Length);
        block.CopyTo(longer);
        PostingBlock.Write(first, longer[block.Length..]);
        added.Later.CopyTo(longer[length..]);
        return true;
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
}
