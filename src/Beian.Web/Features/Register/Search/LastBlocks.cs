using System.Data.Common;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Beian.Web.Features.Register.Search;

/// <summary>Reads the last block of many grams: the one that the ids of new entries go into.</summary>
internal sealed class LastBlocks : IDisposable
{
    private const string OfOne = "SELECT from_id, ids FROM search_postings WHERE gram = ? ORDER BY from_id DESC LIMIT 1";

    private const string OfMany =
        "SELECT g.gram, b.from_id, b.ids FROM unnest(@grams) AS g (gram) CROSS JOIN LATERAL "
        + "(SELECT from_id, ids FROM search_postings p WHERE p.gram = g.gram ORDER BY from_id DESC LIMIT 1) b";

    private readonly DbTransaction _transaction;
    private readonly sqlite3? _database;
    private readonly sqlite3_stmt? _statement;
    private readonly Dictionary<long, (long FromId, int At, int Length)> _blocks = [];
    private byte[] _ids = new byte[1 << 16];
    private int _length;

    public LastBlocks(DbTransaction transaction)
    {
        _transaction = transaction;
        if (transaction.Connection is SqliteConnection sqlite)
        {
            _database = sqlite.Handle!;
            Check(raw.sqlite3_prepare_v2(_database, OfOne, out _statement));
        }
    }

    /// <summary>Reads the blocks of grams, and forgets those read before.</summary>
    public async Task ReadAsync(long[] grams, CancellationToken stop)
    {
        _blocks.Clear();
        _length = 0;
        if (_statement is null)
            await ReadTogetherAsync(grams, stop);
        else
            foreach (var gram in grams)
                Read(gram);
    }

    /// <summary>What was read of a gram.</summary>
    /// <returns>False where nobody has it.</returns>
    public bool TryFind(long gram, out long fromId, out ReadOnlySpan<byte> ids)
    {
        var isThere = _blocks.TryGetValue(gram, out var block);
        fromId = block.FromId;
        ids = default;
        if (isThere)
            ids = _ids.AsSpan(block.At, block.Length);
        return isThere;
    }

    /// <summary>The same to keep; null where nobody has the gram.</summary>
    public (long FromId, byte[] Ids)? Find(long gram) => TryFind(gram, out var fromId, out var ids) ? (fromId, ids.ToArray()) : null;

    public void Dispose() => _statement?.Dispose();

    /// <summary>In process a statement for each costs less than one for all; it speaks to the library itself, for which a gram is a microsecond.</summary>
    private void Read(long gram)
    {
        Check(raw.sqlite3_bind_int64(_statement!, 1, gram));
        var result = raw.sqlite3_step(_statement!);
        if (result == raw.SQLITE_ROW)
            Keep(gram, raw.sqlite3_column_int64(_statement!, 0), raw.sqlite3_column_blob(_statement!, 1));
        else
            Check(result);
        Check(raw.sqlite3_reset(_statement!));
    }

    private async Task ReadTogetherAsync(long[] grams, CancellationToken stop)
    {
        await using var command = _transaction.Connection!.CreateCommand();
        command.Transaction = _transaction;
        command.CommandText = OfMany;
        command.Add("grams", grams);
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop))
            Keep(reader.GetInt64(0), reader.GetInt64(1), reader.GetFieldValue<byte[]>(2));
    }

    private void Keep(long gram, long fromId, ReadOnlySpan<byte> ids)
    {
        if (_length + ids.Length > _ids.Length)
            Array.Resize(ref _ids, 2 * _ids.Length + ids.Length);
        ids.CopyTo(_ids.AsSpan(_length));
        _blocks.Add(gram, (fromId, _length, ids.Length));
        _length += ids.Length;
    }

    private void Check(int result) => SqliteException.ThrowExceptionForRC(result, _database!);
}
