using Beian.Tests.Support;
using Beian.Web.Data;
using Xunit;

namespace Beian.Tests.Audit;

public sealed class AuditOnPostgresTests : AuditTests
{
    [Fact]
    public async Task Seal_LowerNumberCommittedLater_IsSealedToo()
    {
        await using var site = await OpenAsync();
        await site.ExecuteAsync(async slow =>
        {
            var process = new Process("Slow", Actor.System, site.Clock.GetUtcNow().UtcDateTime);
            process.Record("Slow", "test", process.Id);
            await using var transaction = await slow.Database.BeginTransactionAsync(Stop);
            slow.AddRange(process.Events);
            await slow.SaveChangesAsync(Stop);
            await RecordAsync(site, "Quick");
            await SealAsync(site);
            await transaction.CommitAsync(Stop);
        });
        await SealAsync(site);
        var report = await VerifyAsync(site);
        Assert.Empty(report.Faults);
        Assert.Equal((2L, 0L), (report.SealedTo, report.Unsealed));
    }

    protected override TestSite NewSite(bool serves) => new PostgresSite { Serves = serves };
}
