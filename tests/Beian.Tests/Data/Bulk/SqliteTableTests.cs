using Beian.Web.Data.Bulk;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Beian.Tests.Data.Bulk;

public sealed class SqliteTableTests
{
    [Fact]
    public async Task Add_ARowThatIsThereAlready_TellsThatFaultAndNoOther()
    {
        await using var connection = new SqliteConnection("Data Source=:memory:");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using (var create = connection.CreateCommand())
        {
            create.CommandText = "CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE)";
            await create.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }
        var fault = await Assert.ThrowsAsync<SqliteException>(async () =>
        {
            await using var table = BulkTable.Open(connection, "t", "id name");
            for (var i = 1L; i <= 100; i++)
                await table.AddAsync([i, i == 30 ? "name 29" : $"name {i}"], TestContext.Current.CancellationToken);
        });
        Assert.Contains("t.name", fault.Message, StringComparison.Ordinal);
    }
}
