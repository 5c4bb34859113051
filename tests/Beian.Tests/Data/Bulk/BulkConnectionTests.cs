using Beian.Tests.Support;
using Beian.Web.Data;
using Beian.Web.Data.Bulk;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Beian.Tests.Data.Bulk;

public sealed class BulkConnectionTests(SqliteSite site) : SiteTests<SqliteSite>(site)
{
    [Fact]
    public async Task Dispose_AfterBulk_ReferencesAreCheckedAgain()
    {
        var (during, after) = await Site.QueryAsync(async db =>
        {
            await db.Database.OpenConnectionAsync(Stop);
            long during;
            await using (await BulkConnection.OpenAsync(db, DatabaseProvider.Sqlite, Stop))
                during = await ChecksAsync(db);
            return (during, await ChecksAsync(db));
        });
        Assert.Equal((0, 1), (during, after));
    }

    private static Task<long> ChecksAsync(AppDb db) =>
        db.Database.SqlQuery<long>($"SELECT foreign_keys AS \"Value\" FROM pragma_foreign_keys").SingleAsync(Stop);
}
