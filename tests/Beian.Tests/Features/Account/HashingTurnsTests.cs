using Beian.Tests.Architecture;
using Beian.Web.Features.Account;
using Xunit;

namespace Beian.Tests.Features.Account;

public sealed class HashingTurnsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Commands and the demo data have nobody beside them who waits; pages have.</summary>
    [Fact]
    public void Pages_ThatHash_DoSoInTurn() =>
        Assert.Equal(
            ["AccountRoom.cs", "Passwords.cs"],
            Repository
                .SourceFiles("src/Beian.Web/Features")
                .Where(f =>
                    Path.GetFileName(f) != "DemoData.cs" && File.ReadAllText(f).Contains("IPasswordHasher", StringComparison.Ordinal)
                )
                .Select(f => Path.GetFileName(f))
                .Order(StringComparer.Ordinal)
        );

    [Fact]
    public async Task Run_MoreThanHalfTheProcessors_WaitInLine()
    {
        using var turns = new HashingTurns(40);
        var (atOnce, most, gate) = (0, 0, new Lock());
        int Hash(int value)
        {
            lock (gate)
                most = Math.Max(most, ++atOnce);
            Thread.SpinWait(20_000);
            lock (gate)
                atOnce--;
            return value;
        }
        var hashed = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => turns.RunAsync(() => Hash(i), Stop)));
        Assert.Equal(Enumerable.Range(0, 40), hashed.Select(h => h!.Value));
        Assert.InRange(most, 1, Math.Max(1, Environment.ProcessorCount / 2));
        // One that fails gives its turn back.
        await Assert.ThrowsAsync<InvalidOperationException>(() => turns.RunAsync<int>(() => throw new InvalidOperationException(), Stop));
        Assert.Equal(7, await turns.RunAsync(() => 7, Stop));
    }

    [Fact]
    public async Task Run_LineIsFull_SaysSoAtOnceAndGoesOnLater()
    {
        using var turns = new HashingTurns(2);
        using var end = new ManualResetEventSlim();
        var hashing = Enumerable.Range(0, Math.Max(1, Environment.ProcessorCount / 2)).Select(_ => turns.RunAsync(Hash, Stop)).ToList();
        var waiting = new[] { turns.RunAsync(() => 2, Stop), turns.RunAsync(() => 2, Stop) };
        Assert.Null(await turns.RunAsync(() => 3, Stop));
        end.Set();
        Assert.All(await Task.WhenAll(hashing), h => Assert.Equal(1, h));
        Assert.All(await Task.WhenAll(waiting), h => Assert.Equal(2, h));
        Assert.Equal(3, await turns.RunAsync(() => 3, Stop));

        int Hash()
        {
            end.Wait(Stop);
            return 1;
        }
    }
}
