using System.Data.Common;
using Beian.Tests.Support;
using Beian.Web.Data;
using Beian.Web.Data.Bulk;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Beian.Tests.Data.Bulk;

/// <summary>What is written in bulk is read as what the database's own driver writes.</summary>
public abstract class BulkTableTests<TSite>(TSite site) : SiteTests<TSite>(site)
    where TSite : TestSite
{
    private static readonly DateTime Start = new(2015, 3, 2, 0, 0, 0, DateTimeKind.Utc);

    [Fact]
    public async Task Write_EveryKindOfValue_IsReadAsItWas()
    {
        await using var connection = await OpenAsync();
        var (service, ids) = (Guid.CreateVersion7(), Enumerable.Range(0, 47).Select(_ => Guid.CreateVersion7()).ToList());
        // More than are written at once, and texts of all lengths.
        var names = ids.Select((_, i) => string.Concat(Enumerable.Repeat("深圳 Ltd. 𠮷", i * 40))).ToList();
        var rows = new BulkRows();
        for (var i = 0; i < ids.Count; i++)
        {
            rows.Begin().Add(0L).Add(ids[i]).Add(names[i]);
            _ = i % 2 == 0 ? rows.AddNull() : rows.AddBytes([(byte)i, 0]);
            rows.Add(Start.AddDays(i).AddTicks(i));
            rows.SetFirst(i, i + 1);
        }
        using (
            var table = BulkTable.Open(
                connection,
                "bulk_test",
                "service revision id entry name ids at",
                new BulkRows().Begin().Add(service).Add(7)
            )
        )
        {
            await table.WriteAsync(rows, [.. Enumerable.Range(0, 30)], Stop);
            await table.WriteAsync(rows, [.. Enumerable.Range(31, 16)], Stop);
        }

        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT id, service, revision, entry, name, ids, at FROM bulk_test ORDER BY id";
        await using var reader = await command.ExecuteReaderAsync(Stop);
        foreach (var i in Enumerable.Range(0, ids.Count).Where(i => i != 30)) // which was left out
        {
            Assert.True(await reader.ReadAsync(Stop));
            Assert.Equal(
                (i + 1, service, 7, ids[i], names[i]),
                (reader.GetInt64(0), reader.GetGuid(1), reader.GetInt32(2), reader.GetGuid(3), reader.GetString(4))
            );
            Assert.Equal(i % 2 == 0 ? null : [(byte)i, 0], reader.IsDBNull(5) ? null : reader.GetFieldValue<byte[]>(5));
            // PostgreSQL keeps microseconds.
            Assert.InRange(reader.GetDateTime(6), Start.AddDays(i), Start.AddDays(i).AddTicks(i));
        }
        Assert.False(await reader.ReadAsync(Stop));
    }

    [Fact]
    public async Task Write_EmptyTexts_AreNotNull()
    {
        await using var connection = await OpenAsync();
        using var table = BulkTable.Open(connection, "bulk_test", "id name ids");
        await table.WriteAsync(new BulkRows().Begin().Add(1L).Add("").AddBytes([]), Stop);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT name, ids FROM bulk_test";
        await using var reader = await command.ExecuteReaderAsync(Stop);
        Assert.True(await reader.ReadAsync(Stop));
        Assert.Equal(("", 0), (reader.GetString(0), reader.GetFieldValue<byte[]>(1).Length));
    }

    [Fact]
    public async Task Write_RowsThatAreThere_TakesTheNewOnes()
    {
        await using var connection = await OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync(Stop);
        using var table = BulkTable.Open(
            connection,
            "bulk_test",
            "id name",
            conflict: "ON CONFLICT (id) DO UPDATE SET name = excluded.name"
        );
        await table.WriteAsync(new BulkRows().Begin().Add(1L).Add("old").Begin().Add(2L).Add("same"), Stop);
        await table.WriteAsync(new BulkRows().Begin().Add(1L).Add("new").Begin().Add(3L).Add("third"), Stop);
        await transaction.CommitAsync(Stop);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT name FROM bulk_test ORDER BY id";
        await using var reader = await command.ExecuteReaderAsync(Stop);
        var names = new List<string>();
        while (await reader.ReadAsync(Stop))
            names.Add(reader.GetString(0));
        Assert.Equal(["new", "same", "third"], names);
    }

    private async Task<DbConnection> OpenAsync()
    {
        var database = Site.Services.GetRequiredService<Database>();
        var connection = database.Connect();
        await connection.OpenAsync(Stop);
        await using var create = connection.CreateCommand();
        // A connection of the pool may have served another test.
        create.CommandText = "DROP TABLE IF EXISTS bulk_test";
        await create.ExecuteNonQueryAsync(Stop);
        create.CommandText =
            database.Provider == DatabaseProvider.Sqlite
                ? "CREATE TEMPORARY TABLE bulk_test (id INTEGER PRIMARY KEY, service TEXT, revision INTEGER, entry TEXT, name TEXT, ids BLOB, at TEXT)"
                : "CREATE TEMPORARY TABLE bulk_test (id bigint PRIMARY KEY, service uuid, revision integer, entry uuid, name text, ids bytea, at timestamptz)";
        await create.ExecuteNonQueryAsync(Stop);
        return connection;
    }
}

public sealed class BulkTableOnSqliteTests(SqliteSite site) : BulkTableTests<SqliteSite>(site);

public sealed class BulkTableOnPostgresTests(PostgresSite site) : BulkTableTests<PostgresSite>(site);
