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

    public LastBlocks(DbTransaction transaction)
    {
        _transaction = transaction;
        if (transaction.Connection is SqliteConnection sqlite)
        {
            _database = sqlite.Handle!;
            Check(raw.sqlite3_prepare_v2(_database, OfOne, out _statement));
        }
    }

    /// <summary>The blocks by their grams; a gram that nobody has is not among them.</summary>
    public async Task<IReadOnlyDictionary<long, (long FromId, byte[] Ids)>> ReadAsync(long[] grams, CancellationToken stop)
    {
        var last = new Dictionary<long, (long, byte[])>(grams.Length);
        if (_statement is null)
            await ReadTogetherAsync(grams, last, stop);
        else
            foreach (var gram in grams)
                if (Read(gram) is { } block)
                    last.Add(gram, block);
        return last;
    }

    public void Dispose() => _statement?.Dispose();

    /// <summary>In process a statement for each costs less than one for all; it speaks to the library itself, for which a gram is a microsecond.</summary>
    private (long FromId, byte[] Ids)? Read(long gram)
    {
        Check(raw.sqlite3_bind_int64(_statement!, 1, gram));
        var result = raw.sqlite3_step(_statement!);
        (long, byte[])? block =
            result == raw.SQLITE_ROW ? (raw.sqlite3_column_int64(_statement!, 0), raw.sqlite3_column_blob(_statement!, 1).ToArray()) : null;
        if (result != raw.SQLITE_ROW)
            Check(result);
        Check(raw.sqlite3_reset(_statement!));
        return block;
    }

    private async Task ReadTogetherAsync(long[] grams, Dictionary<long, (long FromId, byte[] Ids)> last, CancellationToken stop)
    {
        await using var command = _transaction.Connection!.CreateCommand();
        command.Transaction = _transaction;
        command.CommandText = OfMany;
        command.Add("grams", grams);
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop))
            last.Add(reader.GetInt64(0), (reader.GetInt64(1), reader.GetFieldValue<byte[]>(2)));
    }

    private void Check(int result) => SqliteException.ThrowExceptionForRC(result, _database!);
}
