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

    // SQLITE_STATIC: the library reads a value where it stands.
    private const nint InPlace = 0;

    private const int LongestText = 36;

    private readonly sqlite3 _database;
    private readonly string _table;
    private readonly string[] _columns;
    private readonly BulkRows? _same;
    private readonly string _conflict;
    private readonly int _together;
    private readonly Dictionary<int, sqlite3_stmt> _statements = [];

    // Ids and times as texts: those of what is the same in every row, and those of one lot.
    private readonly byte[] _sameTexts;
    private readonly byte[] _texts;
    private readonly Dictionary<DateTime, byte[]> _times = [];

    public SqliteTable(SqliteConnection connection, string table, string[] columns, BulkRows? same, string conflict)
    {
        (_database, _table, _columns, _same, _conflict) = (connection.Handle!, table, columns, same, conflict);
        // A statement that may change many rows keeps the former content of every page it touches; one that takes or changes a single row does not.
        _together = conflict.Length == 0 ? MostTogether : 1;
        _sameTexts = GC.AllocateUninitializedArray<byte>(columns.Length * LongestText, pinned: true);
        _texts = GC.AllocateUninitializedArray<byte>(_together * columns.Length * LongestText, pinned: true);
    }

    public override Task WriteAsync(BulkRows rows, IReadOnlyList<int> which, CancellationToken stop)
    {
        for (var from = 0; from < which.Count; from += _together)
        {
            var lot = Math.Min(_together, which.Count - from);
            if (!_statements.TryGetValue(lot, out var statement))
                _statements.Add(lot, statement = Prepare(lot));
            var place = new Place(statement.DangerousGetHandle(), _texts, _same is null ? 0 : _same.WidthOf(0));
            for (var i = from; i < from + lot; i++)
                Bind(ref place, rows, which[i]);
            Check(raw.sqlite3_step(statement));
            Check(raw.sqlite3_reset(statement));
        }
        GC.KeepAlive(rows);
        return Task.CompletedTask;
    }

    public override void Dispose()
    {
        foreach (var statement in _statements.Values)
            statement.Dispose();
    }

    private sqlite3_stmt Prepare(int rows)
    {
        var same = _same?.WidthOf(0) ?? 0;
        var row = $"({string.Join(", ", _columns.Select((_, i) => i < same ? $"?{i + 1}" : "?"))})";
        // FAIL: what the statement did before its fault stays, which spares keeping the former pages; a fault ends the transaction anyway.
        var sql =
            $"INSERT OR FAIL INTO {_table} ({string.Join(", ", _columns)}) VALUES {string.Join(", ", Enumerable.Repeat(row, rows))} {_conflict}";
        Check(raw.sqlite3_prepare_v2(_database, sql, out var statement));
        if (_same is not null)
        {
            var place = new Place(statement.DangerousGetHandle(), _sameTexts, 0);
            Bind(ref place, _same, 0);
        }
        return statement;
    }

    private void Bind(ref Place place, BulkRows rows, int row)
    {
        for (int at = rows.StartOf(row), end = rows.EndOf(row); at < end; )
        {
            var value = rows.Next(ref at);
            place.Index++;
            Check(
                value.Kind switch
                {
                    BulkKind.Null => BindNull(place.Statement, place.Index),
                    BulkKind.Int => BindNumber(place.Statement, place.Index, rows.IntOf(value)),
                    BulkKind.Long => BindNumber(place.Statement, place.Index, rows.LongOf(value)),
                    BulkKind.Time => BindText(ref place, TextOf(rows.TimeOf(value))),
                    BulkKind.Id => BindText(ref place, rows.IdOf(value)),
                    BulkKind.Text => BindText(place.Statement, place.Index, rows.AddressOf(value), value.Length, InPlace),
                    _ => BindBlob(place.Statement, place.Index, rows.AddressOf(value), value.Length, InPlace),
                }
            );
        }
    }

    private static int BindText(ref Place place, Guid id)
    {
        var text = place.Texts.AsSpan(place.Length);
        id.TryFormat(text, out var length);
        Ascii.ToUpperInPlace(text[..length], out _);
        return BindText(ref place, length);
    }

    private static int BindText(ref Place place, byte[] text)
    {
        text.CopyTo(place.Texts, place.Length);
        return BindText(ref place, text.Length);
    }

    private static int BindText(ref Place place, int length)
    {
        place.Length += length;
        var address = Marshal.UnsafeAddrOfPinnedArrayElement(place.Texts, place.Length - length);
        return BindText(place.Statement, place.Index, address, length, InPlace);
    }

    /// <summary>Days come again and again.</summary>
    private byte[] TextOf(DateTime time)
    {
        if (_times.TryGetValue(time, out var text))
            return text;
        if (_times.Count > 10_000)
            _times.Clear();
        return _times[time] = Encoding.ASCII.GetBytes(time.ToString(@"yyyy\-MM\-dd HH\:mm\:ss.FFFFFFF", CultureInfo.InvariantCulture));
    }

    private void Check(int result) => SqliteException.ThrowExceptionForRC(result, _database);

    /// <summary>How far the binding of a statement has come.</summary>
    private record struct Place(nint Statement, byte[] Texts, int Index)
    {
        /// <summary>How much of the texts is used.</summary>
        public int Length { get; set; }
    }

    // Through the library's wrapper each of the forty values of a row costs as much as its place in an index.
    private const string Library = "e_sqlite3";

    [DllImport(Library, EntryPoint = "sqlite3_bind_null"), SuppressGCTransition]
    private static extern int BindNull(nint statement, int index);

    [DllImport(Library, EntryPoint = "sqlite3_bind_int64"), SuppressGCTransition]
    private static extern int BindNumber(nint statement, int index, long value);

    [DllImport(Library, EntryPoint = "sqlite3_bind_text"), SuppressGCTransition]
    private static extern int BindText(nint statement, int index, nint text, int length, nint destructor);

    [DllImport(Library, EntryPoint = "sqlite3_bind_blob"), SuppressGCTransition]
    private static extern int BindBlob(nint statement, int index, nint bytes, int length, nint destructor);
}
