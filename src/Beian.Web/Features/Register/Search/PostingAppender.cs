using System.Data.Common;
using Beian.Web.Data;

namespace Beian.Web.Features.Register.Search;

/// <summary>
/// Puts many new entries into the posting lists at once. Their ids are higher than all there are, so each gram's last block is read and written once,
/// however many of the entries have it. To be used under <see cref="SearchIndex.LockAsync"/>.
/// </summary>
public sealed class PostingAppender(DatabaseProvider provider, DbTransaction transaction) : IAsyncDisposable
{
    private const int Batch = 500;

    private readonly Dictionary<long, List<long>> _waiting = [];
    private DbCommand? _read;
    private DbCommand? _write;

    /// <summary>Notes that an entry has these grams; entries come in the order of their ids.</summary>
    public void Note(long id, IEnumerable<long> grams)
    {
        foreach (var gram in grams)
        {
            if (!_waiting.TryGetValue(gram, out var ids))
                _waiting.Add(gram, ids = []);
            ids.Add(id);
        }
    }

    /// <summary>Writes what was noted.</summary>
    public async Task WriteAsync(CancellationToken stop)
    {
        // In the order of the table, so that neighbouring pages are touched one after the other.
        foreach (var batch in _waiting.Keys.Order().Chunk(Batch))
        {
            var last = provider == DatabaseProvider.Sqlite ? await ReadOneByOneAsync(batch, stop) : await ReadTogetherAsync(batch, stop);
            var blocks = new List<(long Gram, long FromId, byte[] Ids)>();
            foreach (var gram in batch)
                blocks.AddRange(
                    Append(last.TryGetValue(gram, out var block) ? block : null, _waiting[gram]).Select(b => (gram, b.FromId, b.Ids))
                );
            await PutAsync(blocks, stop);
        }
        _waiting.Clear();
    }

    public async ValueTask DisposeAsync()
    {
        if (_read is not null)
            await _read.DisposeAsync();
        if (_write is not null)
            await _write.DisposeAsync();
    }

    /// <summary>The blocks that hold what the last one held and the new ids, each filled to the brim before the next is begun.</summary>
    internal static IEnumerable<(long FromId, byte[] Ids)> Append((long FromId, byte[] Ids)? last, List<long> ids)
    {
        var block = new List<long>();
        var fromId = last?.FromId ?? ids[0];
        if (last is { } there)
            PostingBlock.Decode(there.Ids, there.FromId, block);
        var bytes = last?.Ids.Length ?? 0;
        foreach (var id in ids)
        {
            var before = block.Count == 0 ? fromId : block[^1];
            var size = Math.Max(1, (64 - (int)long.LeadingZeroCount(id - before) + 6) / 7);
            if (bytes + size > PostingBlock.MaxBytes)
            {
                yield return (fromId, PostingBlock.Encode([.. block], fromId));
                block.Clear();
                (fromId, bytes, size) = (id, 0, 1);
            }
            block.Add(id);
            bytes += size;
        }
        yield return (fromId, PostingBlock.Encode([.. block], fromId));
    }

    private async Task<Dictionary<long, (long FromId, byte[] Ids)>> ReadOneByOneAsync(long[] grams, CancellationToken stop)
    {
        _read ??= NewCommand("SELECT from_id, ids FROM search_postings WHERE gram = @gram ORDER BY from_id DESC LIMIT 1", "gram");
        var last = new Dictionary<long, (long, byte[])>();
        foreach (var gram in grams)
        {
            _read.Parameters[0].Value = gram;
            await using var reader = await _read.ExecuteReaderAsync(stop);
            if (await reader.ReadAsync(stop))
                last.Add(gram, (reader.GetInt64(0), reader.GetFieldValue<byte[]>(1)));
        }
        return last;
    }

    private async Task<Dictionary<long, (long FromId, byte[] Ids)>> ReadTogetherAsync(long[] grams, CancellationToken stop)
    {
        await using var command = NewCommand(
            "SELECT g.gram, b.from_id, b.ids FROM unnest(@grams) AS g (gram) CROSS JOIN LATERAL "
                + "(SELECT from_id, ids FROM search_postings p WHERE p.gram = g.gram ORDER BY from_id DESC LIMIT 1) b",
            "grams"
        );
        command.Parameters[0].Value = grams;
        var last = new Dictionary<long, (long, byte[])>();
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop))
            last.Add(reader.GetInt64(0), (reader.GetInt64(1), reader.GetFieldValue<byte[]>(2)));
        return last;
    }

    private async Task PutAsync(List<(long Gram, long FromId, byte[] Ids)> blocks, CancellationToken stop)
    {
        const string Conflict = " ON CONFLICT (gram, from_id) DO UPDATE SET ids = excluded.ids";
        if (provider == DatabaseProvider.Postgres)
        {
            await using var together = NewCommand(
                "INSERT INTO search_postings (gram, from_id, ids) SELECT * FROM unnest(@grams, @froms, @ids)" + Conflict,
                "grams",
                "froms",
                "ids"
            );
            together.Parameters[0].Value = blocks.Select(b => b.Gram).ToArray();
            together.Parameters[1].Value = blocks.Select(b => b.FromId).ToArray();
            together.Parameters[2].Value = blocks.Select(b => b.Ids).ToArray();
            await together.ExecuteNonQueryAsync(stop);
            return;
        }
        _write ??= NewCommand(
            "INSERT INTO search_postings (gram, from_id, ids) VALUES (@gram, @from, @ids)" + Conflict,
            "gram",
            "from",
            "ids"
        );
        foreach (var (gram, fromId, ids) in blocks)
        {
            _write.Parameters[0].Value = gram;
            _write.Parameters[1].Value = fromId;
            _write.Parameters[2].Value = ids;
            await _write.ExecuteNonQueryAsync(stop);
        }
    }

    private DbCommand NewCommand(string sql, params string[] parameters)
    {
        var command = transaction.Connection!.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        foreach (var name in parameters)
            command.Add(name, null);
        return command;
    }
}
