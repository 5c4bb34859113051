using System.CommandLine;
using Beian.Tests.Support;
using Beian.Web.Hosting;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Beian.Tests.Audit;

public sealed class AuditOnSqliteTests : AuditTests
{
    [Fact]
    public async Task Command_GoodThenTampered_SaysSoAndFails()
    {
        await using var site = await OpenAsync();
        await RecordAsync(site, "First", "Second");
        await SealAsync(site);
        await RecordAsync(site, "Third");
        var (code, text) = await RunAsync(site);
        Assert.Equal(0, code);
        Assert.Contains("已封存至第 1 号，1 条未封存。 / Sealed to 1, 1 unsealed.", text, StringComparison.Ordinal);

        await site.ExecuteAsync(db => db.Database.ExecuteSqlAsync($"UPDATE events SET data = '[]' WHERE id = 2", Stop));
        (code, text) = await RunAsync(site);
        Assert.Equal(1, code);
        Assert.Contains("第 2 条记录已被改动（第 1 号封存）。 / Event 2 was changed (seal 1).", text, StringComparison.Ordinal);
    }

    protected override TestSite NewSite(bool serves) => new SqliteSite { Serves = serves };

    private static async Task<(int Code, string Text)> RunAsync(TestSite site)
    {
        await using var output = new StringWriter();
        var line = AuditCommand.Create().Parse(["verify", "--data", site.Folder.Root]);
        return (await line.InvokeAsync(new InvocationConfiguration { Output = output }, Stop), output.ToString());
    }
}
