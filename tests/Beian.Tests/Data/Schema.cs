using System.Data.Common;
using System.Text.RegularExpressions;
using Beian.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Beian.Tests.Data;

/// <summary>What a database looks like, one line a thing, so that two of them can be compared and a difference can be read.</summary>
public static partial class Schema
{
    /// <summary>The tables, columns, keys and indexes the model asks for.</summary>
    public static IReadOnlyList<string> Of(IModel model)
    {
        var lines = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var table in model.GetRelationalModel().Tables)
        {
            foreach (var column in table.Columns)
                lines.Add(Column(table.Name, column.Name, column.StoreType, !column.IsNullable));
            foreach (var key in table.UniqueConstraints)
                lines.Add(
                    key.GetIsPrimaryKey()
                        ? PrimaryKey(table.Name, key.Columns.Select(c => c.Name))
                        : Index(table.Name, key.Columns.Select(c => c.Name), true, null)
                );
            foreach (var index in table.Indexes)
                lines.Add(Index(table.Name, index.Columns.Select(c => c.Name), index.IsUnique, index.Filter));
            foreach (var key in table.ForeignKeyConstraints)
                lines.Add(
                    ForeignKey(
                        table.Name,
                        key.Columns.Select(c => c.Name),
                        key.PrincipalTable.Name,
                        key.PrincipalColumns.Select(c => c.Name)
                    )
                );
        }
        return [.. lines];
    }

    /// <summary>The tables, columns, keys and indexes a database has.</summary>
    public static async Task<IReadOnlyList<string>> OfAsync(DatabaseProvider provider, DbConnection connection, CancellationToken stop)
    {
        await connection.OpenAsync(stop);
        var lines = new SortedSet<string>(StringComparer.Ordinal);
        var sqlite = provider == DatabaseProvider.Sqlite;
        await ReadAsync(sqlite ? SqliteColumns : PostgresColumns, r => Column(r[0], r[1], r[2], r[3] == "1"));
        await ReadAsync(sqlite ? SqlitePrimaryKeys : PostgresPrimaryKeys, r => PrimaryKey(r[0], r[1].Split(',')));
        await ReadAsync(sqlite ? SqliteIndexes : PostgresIndexes, r => Index(r[0], r[1].Split(','), r[2] == "1", r[3]));
        await ReadAsync(sqlite ? SqliteForeignKeys : PostgresForeignKeys, r => ForeignKey(r[0], r[1].Split(','), r[2], r[3].Split(',')));
        return [.. lines];

        async Task ReadAsync(string sql, Func<string[], string> line)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = sql;
            await using var reader = await command.ExecuteReaderAsync(stop);
            while (await reader.ReadAsync(stop))
                lines.Add(line([.. Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetValue(i).ToString()!)]));
        }
    }

    /// <summary>The table a line is about.</summary>
    public static string TableOf(string line) => line.Split(' ', '.', '(')[1];

    private static string Column(string table, string column, string type, bool required) =>
        $"column {table}.{column} {type.ToLowerInvariant()}{(required ? " not null" : "")}";

    private static string PrimaryKey(string table, IEnumerable<string> columns) => $"key {table}({string.Join(',', columns)})";

    private static string Index(string table, IEnumerable<string> columns, bool unique, string? filter) =>
        $"{(unique ? "unique" : "index")} {table}({string.Join(',', columns)}){(string.IsNullOrEmpty(filter) ? "" : " where " + Filter(filter))}";

    private static string ForeignKey(string table, IEnumerable<string> columns, string to, IEnumerable<string> toColumns) =>
        $"reference {table}({string.Join(',', columns)}) to {to}({string.Join(',', toColumns)})";

    /// <summary>PostgreSQL writes filters with casts and brackets of its own.</summary>
    private static string Filter(string filter) => FilterNoise().Replace(filter, "").ToLowerInvariant();

    [GeneratedRegex(@"::text|[()""\s]")]
    private static partial Regex FilterNoise();

    /// <summary>The tables of SQLite, each beside what a pragma says of it.</summary>
    private static string SqliteTablesWith(string pragma) =>
        $"FROM sqlite_master t JOIN {pragma} WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite%' "
        + "AND t.name <> 'schema_migrations' AND t.sql NOT LIKE 'CREATE VIRTUAL%'";

    private static readonly string SqliteColumns =
        "SELECT t.name, c.name, c.type, c.\"notnull\" OR c.pk > 0 " + SqliteTablesWith("pragma_table_info(t.name) c");

    private static readonly string SqlitePrimaryKeys =
        "SELECT name, group_concat(col) FROM (SELECT t.name, c.name AS col "
        + SqliteTablesWith("pragma_table_info(t.name) c")
        + " AND c.pk > 0 ORDER BY t.name, c.pk) GROUP BY name";

    private static readonly string SqliteIndexes =
        "SELECT name, group_concat(col), uniq, filter FROM (SELECT t.name, i.name AS ix, i.\"unique\" AS uniq, c.name AS col, "
        + "(SELECT CASE WHEN s.sql LIKE '% WHERE %' THEN substr(s.sql, instr(s.sql, ' WHERE ') + 7) ELSE '' END FROM sqlite_master s WHERE s.name = i.name) AS filter "
        + SqliteTablesWith("pragma_index_list(t.name) i JOIN pragma_index_info(i.name) c")
        + " AND i.origin <> 'pk' ORDER BY t.name, i.name, c.seqno) GROUP BY name, ix, uniq, filter";

    private static readonly string SqliteForeignKeys =
        "SELECT name, group_concat(col), target, group_concat(target_col) FROM (SELECT t.name, f.id, f.\"from\" AS col, f.\"table\" AS target, f.\"to\" AS target_col "
        + SqliteTablesWith("pragma_foreign_key_list(t.name) f")
        + " ORDER BY t.name, f.id, f.seq) GROUP BY name, id, target";

    private const string PostgresColumns = """
        SELECT c.relname, a.attname, format_type(a.atttypid, a.atttypmod), CASE WHEN a.attnotnull THEN 1 ELSE 0 END
        FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
        WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND c.relname <> 'schema_migrations'
        """;

    private const string PostgresPrimaryKeys = """
        SELECT c.relname, (SELECT string_agg(a.attname, ',' ORDER BY k.n) FROM unnest(i.indkey) WITH ORDINALITY k(num, n)
            JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.num)
        FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
        WHERE i.indisprimary AND c.relnamespace = 'public'::regnamespace AND c.relname <> 'schema_migrations'
        """;

    private const string PostgresIndexes = """
        SELECT c.relname, (SELECT string_agg(a.attname, ',' ORDER BY k.n) FROM unnest(i.indkey) WITH ORDINALITY k(num, n)
            JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.num),
            CASE WHEN i.indisunique THEN 1 ELSE 0 END, coalesce(pg_get_expr(i.indpred, i.indrelid), '')
        FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
        WHERE NOT i.indisprimary AND c.relnamespace = 'public'::regnamespace AND c.relname <> 'schema_migrations'
        """;

    private const string PostgresForeignKeys = """
        SELECT c.relname, (SELECT string_agg(a.attname, ',' ORDER BY x.n) FROM unnest(k.conkey) WITH ORDINALITY x(num, n)
            JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = x.num), f.relname,
            (SELECT string_agg(a.attname, ',' ORDER BY x.n) FROM unnest(k.confkey) WITH ORDINALITY x(num, n)
            JOIN pg_attribute a ON a.attrelid = k.confrelid AND a.attnum = x.num)
        FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_class f ON f.oid = k.confrelid
        WHERE k.contype = 'f' AND c.relnamespace = 'public'::regnamespace
        """;
}
