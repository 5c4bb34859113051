using Beian.Web.Data.Bulk;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Beian.Tests.Data.Bulk;

public sealed class SqliteTableTests
{
    [Fact]
    public async Task Write_ARowThatIsThereAlready_TellsThatFaultAndNoOther()
    {
        await using var connection = new SqliteConnection("Data Source=:memory:");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using (var create = connection.CreateCommand())
        {
            create.CommandText = "CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE)";
            await create.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }
        var rows = new BulkRows();
        for (var i = 1L; i <= 100; i++)
            rows.Begin().Add(i).Add(i == 30 ? "name 29" : $"name {i}");
        using var table = BulkTable.Open(connection, "t", "id name");
        var fault = await Assert.ThrowsAsync<SqliteException>(() => table.WriteAsync(rows, TestContext.Current.CancellationToken));
        Assert.Contains("t.name", fault.Message, StringComparison.Ordinal);
    }
}
