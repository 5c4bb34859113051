using System.Globalization;
using System.Runtime.InteropServices;
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

    // SQLITE_TRANSIENT: the library copies what it is given.
    private const nint _copied = -1;
    private static readonly byte[] _none = [0];

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
            var handle = statement.DangerousGetHandle();
            foreach (var row in _waiting)
            foreach (var value in row)
            {
                // What every row has (the service, its version) stays bound.
                if (!ReferenceEquals(_bound[at], value))
                    Check(Bind(handle, at + 1, value));
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

    private int Bind(nint statement, int index, object? value) =>
        value switch
        {
            null => BindNull(statement, index),
            long number => BindNumber(statement, index, number),
            int number => BindNumber(statement, index, number),
            byte[] bytes => BindBlob(statement, index, Start(bytes), bytes.Length, _copied),
            string text => BindText(statement, index, text),
            Utf8Text text => BindText(statement, index, Start(text.Bytes), text.Bytes.Length, _copied),
            Guid id => BindGuid(statement, index, id),
            DateTime time => BindText(statement, index, TextOf(time)),
            _ => throw new NotSupportedException($"no column holds a {value.GetType()}"),
        };

    private int BindGuid(nint statement, int index, Guid id)
    {
        id.TryFormat(_text, out var length);
        Ascii.ToUpperInPlace(_text.AsSpan(0, length), out _);
        return BindText(statement, index, Start(_text), length, _copied);
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

    private int BindText(nint statement, int index, string text)
    {
        if (_text.Length < text.Length * 3)
            _text = new byte[text.Length * 3];
        var length = Encoding.UTF8.GetBytes(text, _text);
        return BindText(statement, index, Start(_text), length, _copied);
    }

    /// <summary>The first byte; of nothing, too, which would be bound as NULL.</summary>
    private static ref byte Start(byte[] bytes) => ref (bytes.Length == 0 ? _none : bytes)[0];

    private void Check(int result) => SqliteException.ThrowExceptionForRC(result, _database);

    // Through the library's wrapper each of the forty values of a row costs as much as its place in an index.
    private const string Library = "e_sqlite3";

    [DllImport(Library, EntryPoint = "sqlite3_bind_null"), SuppressGCTransition]
    private static extern int BindNull(nint statement, int index);

    [DllImport(Library, EntryPoint = "sqlite3_bind_int64"), SuppressGCTransition]
    private static extern int BindNumber(nint statement, int index, long value);

    [DllImport(Library, EntryPoint = "sqlite3_bind_text"), SuppressGCTransition]
    private static extern int BindText(nint statement, int index, in byte text, int length, nint destructor);

    [DllImport(Library, EntryPoint = "sqlite3_bind_blob"), SuppressGCTransition]
    private static extern int BindBlob(nint statement, int index, in byte bytes, int length, nint destructor);
}
