using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;
using NpgsqlTypes;

namespace Beian.Web.Data.Bulk;

/// <summary>
/// Many new rows of one table, as fast as the database takes them: a prepared statement on SQLite, COPY on PostgreSQL. Dispose it before anything else
/// is asked of the connection; only then are the rows there.
/// </summary>
public abstract class BulkTable : IAsyncDisposable
{
    /// <param name="connection">Open; its transaction holds the rows.</param>
    /// <param name="columns">The columns' names with blanks between.</param>
    public static BulkTable Open(DbConnection connection, string table, string columns) =>
        connection is NpgsqlConnection postgres
            ? new PostgresTable(postgres, table, columns.Split(' '))
            : OnSqlite((SqliteConnection)connection, table, columns);

    /// <summary>The same where the database is known to be SQLite, which can also replace rows.</summary>
    /// <param name="conflict">What happens to a row that is there already, in SQL; empty: it is an error.</param>
    public static BulkTable OnSqlite(SqliteConnection connection, string table, string columns, string conflict = "") =>
        new SqliteTable(connection, table, columns.Split(' '), conflict);

    /// <summary>Adds a row: its values in the order of the columns; null is NULL.</summary>
    public abstract ValueTask AddAsync(object?[] row, CancellationToken stop);

    public abstract ValueTask DisposeAsync();

    private sealed class PostgresTable : BulkTable
    {
        private readonly NpgsqlBinaryImporter _copy;

        public PostgresTable(NpgsqlConnection connection, string table, string[] columns)
        {
            _copy = connection.BeginBinaryImport($"COPY {table} ({string.Join(", ", columns)}) FROM STDIN (FORMAT binary)");
            _copy.Timeout = TimeSpan.FromHours(1);
        }

        public override async ValueTask AddAsync(object?[] row, CancellationToken stop)
        {
            await _copy.StartRowAsync(stop);
            foreach (var value in row)
                if (value is null)
                    await _copy.WriteNullAsync(stop);
                else if (value is Utf8Text text)
                    await _copy.WriteAsync(text.Bytes, NpgsqlDbType.Text, stop);
                else
                    await _copy.WriteAsync(value, stop);
        }

        public override async ValueTask DisposeAsync()
        {
            await _copy.CompleteAsync();
            await _copy.DisposeAsync();
        }
    }
}
