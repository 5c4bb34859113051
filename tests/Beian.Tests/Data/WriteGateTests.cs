using Beian.Web.Data;
using Xunit;

namespace Beian.Tests.Data;

public sealed class WriteGateTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Enter_OnSqlite_LetsOneInAfterTheOther()
    {
        var gate = new WriteGate(DatabaseProvider.Sqlite);
        var first = await gate.EnterAsync(Stop);
        var second = gate.EnterAsync(Stop).AsTask();
        Assert.False(second.IsCompleted);
        first.Dispose();
        (await second).Dispose();
    }

    [Fact]
    public async Task Enter_GivenUpWhileWaiting_LeavesTheGateInOrder()
    {
        var gate = new WriteGate(DatabaseProvider.Sqlite);
        using var impatient = new CancellationTokenSource();
        using (await gate.EnterAsync(Stop))
        {
            var waiting = gate.EnterAsync(impatient.Token).AsTask();
            await impatient.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        }
        using var next = await gate.EnterAsync(Stop);
    }

    [Fact]
    public async Task Enter_OnPostgres_LetsAllIn()
    {
        var gate = new WriteGate(DatabaseProvider.Postgres);
        using var first = await gate.EnterAsync(Stop);
        using var second = await gate.EnterAsync(Stop);
    }
}
