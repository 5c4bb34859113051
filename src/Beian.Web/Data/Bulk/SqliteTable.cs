using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Beian.Web.Data.Bulk;

/// <summary>
/// One statement that is bound anew for each row. It speaks to the library itself: a command looks every parameter up by its name for every row, which
/// takes longer than the row. Values are written as Microsoft.Data.Sqlite writes them.
/// </summary>
internal sealed class SqliteTable : BulkTable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;
    private byte[] _text = new byte[4096];

    public SqliteTable(SqliteConnection connection, string table, string[] columns)
    {
        _database = connection.Handle!;
        var marks = string.Join(", ", columns.Select(_ => "?"));
        Check(raw.sqlite3_prepare_v2(_database, $"INSERT INTO {table} ({string.Join(", ", columns)}) VALUES ({marks})", out _statement));
    }

    public override ValueTask AddAsync(object?[] row, CancellationToken stop)
    {
        for (var i = 0; i < row.Length; i++)
            Check(Bind(i + 1, row[i]));
        Check(raw.sqlite3_step(_statement));
        Check(raw.sqlite3_reset(_statement));
        return ValueTask.CompletedTask;
    }

    public override ValueTask DisposeAsync()
    {
        _statement.Dispose();
        return ValueTask.CompletedTask;
    }

    private int Bind(int index, object? value) =>
        value switch
        {
            null => raw.sqlite3_bind_null(_statement, index),
            long number => raw.sqlite3_bind_int64(_statement, index, number),
            int number => raw.sqlite3_bind_int64(_statement, index, number),
            byte[] bytes => raw.sqlite3_bind_blob(_statement, index, bytes),
            string text => BindText(index, text),
            Guid id => BindText(index, id.ToString().ToUpperInvariant()),
            DateTime time => BindText(index, time.ToString(@"yyyy\-MM\-dd HH\:mm\:ss.FFFFFFF", CultureInfo.InvariantCulture)),
            _ => throw new NotSupportedException($"no column holds a {value.GetType()}"),
        };

    private int BindText(int index, string text)
    {
        // An empty span would be bound as NULL.
        if (text.Length == 0)
            return raw.sqlite3_bind_text(_statement, index, "");
        if (_text.Length < text.Length * 3)
            _text = new byte[text.Length * 3];
        var length = Encoding.UTF8.GetBytes(text, _text);
        return raw.sqlite3_bind_text(_statement, index, _text.AsSpan(0, length));
    }

    private void Check(int result) => SqliteException.ThrowExceptionForRC(result, _database);
}
