using Npgsql;
using NpgsqlTypes;

namespace Beian.Web.Data.Bulk;

/// <summary>One COPY for each lot of rows; where some may be there already, into a table beside, of this transaction alone.</summary>
internal sealed class PostgresTable(NpgsqlConnection connection, string table, string[] columns, BulkRows? same, string conflict)
    : BulkTable
{
    private readonly string _columns = string.Join(", ", columns);

    private string Beside => $"{table}_beside";

    public override async Task WriteAsync(BulkRows rows, IReadOnlyList<int> which, CancellationToken stop)
    {
        if (conflict.Length == 0)
        {
            await CopyAsync(table, rows, which, stop);
            return;
        }
        await ExecuteAsync($"CREATE TEMPORARY TABLE IF NOT EXISTS {Beside} (LIKE {table}) ON COMMIT DROP", stop);
        await CopyAsync(Beside, rows, which, stop);
        await ExecuteAsync($"INSERT INTO {table} ({_columns}) SELECT {_columns} FROM {Beside} {conflict}", stop);
        await ExecuteAsync($"TRUNCATE {Beside}", stop);
    }

    public override void Dispose() { }

    private async Task CopyAsync(string target, BulkRows rows, IReadOnlyList<int> which, CancellationToken stop)
    {
        await using var copy = await connection.BeginBinaryImportAsync($"COPY {target} ({_columns}) FROM STDIN (FORMAT binary)", stop);
        copy.Timeout = TimeSpan.FromHours(1);
        foreach (var row in which)
        {
            await copy.StartRowAsync(stop);
            if (same is not null)
                await WriteAsync(copy, same, 0, stop);
            await WriteAsync(copy, rows, row, stop);
        }
        await copy.CompleteAsync(stop);
    }

    private static async Task WriteAsync(NpgsqlBinaryImporter copy, BulkRows rows, int row, CancellationToken stop)
    {
        for (int at = rows.StartOf(row), end = rows.EndOf(row); at < end; )
        {
            var value = rows.Next(ref at);
            await (
                value.Kind switch
                {
                    BulkKind.Null => copy.WriteNullAsync(stop),
                    BulkKind.Int => copy.WriteAsync(rows.IntOf(value), stop),
                    BulkKind.Long => copy.WriteAsync(rows.LongOf(value), stop),
                    BulkKind.Time => copy.WriteAsync(rows.TimeOf(value), stop),
                    BulkKind.Id => copy.WriteAsync(rows.IdOf(value), stop),
                    BulkKind.Text => copy.WriteAsync(rows.BytesOf(value), NpgsqlDbType.Text, stop),
                    _ => copy.WriteAsync(rows.BytesOf(value), NpgsqlDbType.Bytea, stop),
                }
            );
        }
    }

    private async Task ExecuteAsync(string sql, CancellationToken stop)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(stop);
    }
}
