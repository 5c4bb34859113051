using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Beian.Web.Data.Bulk;

/// <summary>Many new rows of one table, as fast as the database takes them: a prepared statement on SQLite, COPY on PostgreSQL.</summary>
public abstract class BulkTable : IDisposable
{
    /// <param name="connection">Open; its transaction holds the rows.</param>
    /// <param name="columns">The names of the columns with blanks between: those that are the same in every row first.</param>
    /// <param name="same">One row of what is the same in every row; null: nothing is.</param>
    /// <param name="conflict">What happens to a row that is there already, in SQL; empty: it is an error.</param>
    public static BulkTable Open(DbConnection connection, string table, string columns, BulkRows? same = null, string conflict = "") =>
        connection is NpgsqlConnection postgres
            ? new PostgresTable(postgres, table, columns.Split(' '), same, conflict)
            : new SqliteTable((SqliteConnection)connection, table, columns.Split(' '), same, conflict);

    /// <summary>Writes all rows.</summary>
    public Task WriteAsync(BulkRows rows, CancellationToken stop) => WriteAsync(rows, [.. Enumerable.Range(0, rows.Count)], stop);

    /// <summary>Writes some of the rows.</summary>
    public abstract Task WriteAsync(BulkRows rows, IReadOnlyList<int> which, CancellationToken stop);

    public abstract void Dispose();
}
