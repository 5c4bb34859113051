using System.Diagnostics;

namespace Beian.Bench;

/// <summary>Somebody who searches the public register, one search after the other, while something else goes on.</summary>
internal sealed class Searching(Uri address, IReadOnlyList<string> paths)
{
    private const int Idle = 400;

    /// <summary>The slowest of a hundred while nothing else goes on, milliseconds; warmed up first.</summary>
    public async Task<double> IdleAsync()
    {
        await RunAsync(i => i < Idle);
        return await RunAsync(i => i < Idle);
    }

    /// <summary>The slowest of a hundred while something goes on, milliseconds.</summary>
    public Task<double> DuringAsync(Task other) => RunAsync(_ => !other.IsCompleted);

    private async Task<double> RunAsync(Func<int, bool> more)
    {
        using var client = new HttpClient { BaseAddress = address };
        var times = new List<double>();
        for (var i = 0; i == 0 || more(i); i++)
        {
            var begun = Stopwatch.GetTimestamp();
            await client.GetStringAsync(new Uri(paths[i % paths.Count], UriKind.Relative));
            times.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
        }
        return times.Order().ElementAt(times.Count * 99 / 100);
    }
}
