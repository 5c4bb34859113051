using System.Buffers;
using System.Data.Common;
using System.Runtime.InteropServices;
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

    private readonly Dictionary<long, Waiting> _waiting = [];

    /// <summary>Notes that an entry has these grams, which may come several times; entries come in the order of their ids.</summary>
    public void Note(long id, long[] grams)
    {
        foreach (var gram in grams)
        {
            ref var ids = ref CollectionsMarshal.GetValueRefOrAddDefault(_waiting, gram, out _);
            ids.Add(id);
        }
    }

    /// <summary>Writes what was noted.</summary>
    public async Task WriteAsync(CancellationToken stop)
    {
        using var blocks = new LastBlocks(transaction);
        var waiting = new List<long>();
        // In the order of the table, so that neighbouring pages are touched one after the other.
        foreach (var batch in _waiting.Keys.Order().Chunk(Batch))
        {
            var last = await blocks.ReadAsync(batch, stop);
            var changed = new List<(long Gram, long FromId, byte[] Ids)>(batch.Length);
            foreach (var gram in batch)
            {
                waiting.Clear();
                _waiting[gram].CopyTo(waiting);
                foreach (var (fromId, ids) in Append(last.TryGetValue(gram, out var block) ? block : null, waiting))
                    changed.Add((gram, fromId, ids));
            }
            await PutAsync(changed, stop);
        }
        _waiting.Clear();
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

    /// <summary>Ids of one gram as <see cref="PostingBlock"/> writes them: tens of thousands of entries have a hundred grams each.</summary>
    private struct Waiting
    {
        private long _first;
        private long _last;
        private byte[]? _later;
        private int _length;

        public void Add(long id)
        {
            if (_later is null)
                (_first, _later) = (id, []);
            else if (id != _last)
            {
                // A difference takes ten bytes at most.
                if (_length + 10 > _later.Length)
                    Array.Resize(ref _later, Math.Max(16, _length * 2));
                _length += PostingBlock.Write(id - _last, _later.AsSpan(_length));
            }
            _last = id;
        }

        public readonly void CopyTo(List<long> ids)
        {
            ids.Add(_first);
            PostingBlock.Decode(_later.AsSpan(0, _length), _first, ids);
        }
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
