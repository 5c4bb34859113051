using System.Diagnostics;
using Xunit;

namespace Beian.Tests.Support;

/// <summary>What happens beside a test is waited for, but not for ever.</summary>
internal static class Waiting
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Looks again and again; fails when it takes too long.</summary>
    /// <param name="what">What is waited for, as the failure tells it.</param>
    public static async Task UntilAsync(string what, Func<Task<bool>> look)
    {
        for (var waited = Stopwatch.StartNew(); !await look(); await Task.Delay(20, Stop))
            Assert.True(waited.Elapsed < Longest, $"Not within {Longest.TotalMinutes} minutes: {what}");
    }
}
