using Beian.Web.Jobs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Beian.Tests.Jobs;

public sealed class RoundsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>A time-out somewhere within is not the end of the site.</summary>
    [Fact]
    public async Task Round_ThatFails_IsFollowedByTheNextUntilTheSiteStops()
    {
        await using var services = new ServiceCollection().BuildServiceProvider();
        using var rounds = new Failing(services.GetRequiredService<IServiceScopeFactory>());
        await rounds.StartAsync(Stop);
        await rounds.Third.Task.WaitAsync(TimeSpan.FromSeconds(30), Stop);
        await rounds.StopAsync(Stop);
        Assert.True(rounds.ExecuteTask!.IsCanceled);
    }

    private sealed class Failing(IServiceScopeFactory scopes)
        : Rounds(scopes, NullLogger.Instance, TimeSpan.Zero, TimeSpan.FromMilliseconds(1))
    {
        private int _count;

        public TaskCompletionSource Third { get; } = new();

        protected override Task<TimeSpan?> RunAsync(IServiceProvider services, CancellationToken stop)
        {
            if (++_count >= 3)
                Third.TrySetResult();
            throw _count % 2 == 1 ? new TaskCanceledException("timed out") : new InvalidOperationException();
        }
    }
}
