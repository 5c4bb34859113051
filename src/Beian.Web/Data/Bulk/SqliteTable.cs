using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Beian.Web.Data.Bulk;

/// <summary>
/// One statement for several rows, bound anew for each lot: opening a table and its indexes takes as long as a row. It speaks to the library itself: a command
/// looks every parameter up by its name for every row, which takes longer still. Values are written as Microsoft.Data.Sqlite writes them.
/// </summary>
internal sealed class SqliteTable : BulkTable
{
    // SQLite takes 32,766 values in a statement; beyond some ten rows nothing is gained. It divides the batches of an import.
    private const int MostTogether = 20;

    private readonly sqlite3 _database;
    private readonly string _table;
    private readonly string[] _columns;
    private readonly string _conflict;
    private readonly int _together;
    private readonly List<object?[]> _waiting = new(MostTogether);
    private readonly object?[] _bound;
    private readonly Dictionary<DateTime, string> _times = [];
    private sqlite3_stmt? _statement;
    private byte[] _text = new byte[4096];

    public SqliteTable(SqliteConnection connection, string table, string[] columns, string conflict)
    {
        (_database, _table, _columns, _conflict) = (connection.Handle!, table, columns, conflict);
        // A statement that may change many rows keeps the former content of every page it touches; one that takes or changes a single row does not.
        _together = conflict.Length == 0 ? MostTogether : 1;
        _bound = new object?[_together * columns.Length];
        Array.Fill(_bound, this); // nothing yet, not even NULL
    }

    public override ValueTask AddAsync(object?[] row, CancellationToken stop)
    {
        _waiting.Add(row);
        if (_waiting.Count == _together)
            Write(_statement ??= Prepare(_together));
        return ValueTask.CompletedTask;
    }

    public override ValueTask DisposeAsync()
    {
        _statement?.Dispose();
        if (_waiting.Count > 0)
        {
            Array.Fill(_bound, this);
            using var rest = Prepare(_waiting.Count);
            Write(rest);
        }
        return ValueTask.CompletedTask;
    }

    private sqlite3_stmt Prepare(int rows)
    {
        var row = $"({string.Join(", ", _columns.Select(_ => "?"))})";
        // FAIL: what the statement did before its fault stays, which spares keeping the former pages; a fault ends the transaction anyway.
        var sql =
            $"INSERT OR FAIL INTO {_table} ({string.Join(", ", _columns)}) VALUES {string.Join(", ", Enumerable.Repeat(row, rows))}{_conflict}";
        Check(raw.sqlite3_prepare_v2(_database, sql, out var statement));
        return statement;
    }

    private void Write(sqlite3_stmt statement)
    {
        try
        {
            var at = 0;
            foreach (var row in _waiting)
            foreach (var value in row)
            {
                // What every row has (the service, its version) stays bound.
                if (!ReferenceEquals(_bound[at], value))
                    Check(Bind(statement, at + 1, value));
                _bound[at++] = value;
            }
            Check(raw.sqlite3_step(statement));
            Check(raw.sqlite3_reset(statement));
        }
        finally
        {
            _waiting.Clear(); // after a fault, too: to write them again would only hide it
        }
    }

    private int Bind(sqlite3_stmt statement, int index, object? value) =>
        value switch
        {
            null => raw.sqlite3_bind_null(statement, index),
            long number => raw.sqlite3_bind_int64(statement, index, number),
            int number => raw.sqlite3_bind_int64(statement, index, number),
            byte[] bytes => raw.sqlite3_bind_blob(statement, index, bytes),
            string text => BindText(statement, index, text),
            Utf8Text text => raw.sqlite3_bind_text(statement, index, text.Bytes),
            Guid id => BindGuid(statement, index, id),
            DateTime time => BindText(statement, index, TextOf(time)),
            _ => throw new NotSupportedException($"no column holds a {value.GetType()}"),
        };

    private int BindGuid(sqlite3_stmt statement, int index, Guid id)
    {
        id.TryFormat(_text, out var length);
        Ascii.ToUpperInPlace(_text.AsSpan(0, length), out _);
        return raw.sqlite3_bind_text(statement, index, _text.AsSpan(0, length));
    }

    /// <summary>Days come again and again.</summary>
    private string TextOf(DateTime time)
    {
        if (_times.TryGetValue(time, out var text))
            return text;
        if (_times.Count > 10_000)
            _times.Clear();
        return _times[time] = time.ToString(@"yyyy\-MM\-dd HH\:mm\:ss.FFFFFFF", CultureInfo.InvariantCulture);
    }

    private int BindText(sqlite3_stmt statement, int index, string text)
    {
        // An empty span would be bound as NULL.
        if (text.Length == 0)
            return raw.sqlite3_bind_text(statement, index, "");
        if (_text.Length < text.Length * 3)
            _text = new byte[text.Length * 3];
        var length = Encoding.UTF8.GetBytes(text, _text);
        return raw.sqlite3_bind_text(statement, index, _text.AsSpan(0, length));
    }

    private void Check(int result) => SqliteException.ThrowExceptionForRC(result, _database);
}
