using System.Diagnostics;
using System.Globalization;

namespace Beian.Bench;

/// <summary>What one run of the load generator says.</summary>
/// <param name="PerSecond">Answers a second.</param>
/// <param name="P50">Median, milliseconds.</param>
/// <param name="P99">Of a hundred the slowest, milliseconds.</param>
/// <param name="Errors">Answers that were not 2xx, and broken connections.</param>
internal sealed record Load(double PerSecond, double P50, double P99, long Errors);

/// <summary>Drives a server with wrk: one thread, eight connections.</summary>
internal static class Wrk
{
    public const int Connections = 8;

    public static async Task<Load> RunAsync(Uri address, IReadOnlyList<string> paths, double seconds, string folder)
    {
        var script = Path.Combine(folder, "requests.lua");
        await File.WriteAllTextAsync(
            script,
            $$"""
            local paths = { {{string.Join(", ", paths.Select(p => $"\"{p}\""))}} }
            local next = 0
            request = function()
              next = next % #paths + 1
              return wrk.format("GET", paths[next])
            end
            done = function(summary, latency, requests)
              local e = summary.errors
              io.write(string.format("RESULT %f %f %f %d\n", summary.requests / summary.duration * 1e6,
                latency:percentile(50) / 1000, latency:percentile(99) / 1000, e.connect + e.read + e.write + e.status + e.timeout))
            end
            """
        );
        var start = new ProcessStartInfo("wrk") { RedirectStandardOutput = true };
        foreach (var argument in new[] { "-t1", $"-c{Connections}", $"-d{Math.Ceiling(seconds)}s", "-s", script, address.ToString() })
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        var result = output.Split('\n').FirstOrDefault(l => l.StartsWith("RESULT ", StringComparison.Ordinal));
        var numbers = (result ?? throw new InvalidOperationException($"wrk: {output}")).Split(' ');
        return new(Number(1), Number(2), Number(3), (long)Number(4));

        double Number(int i) => double.Parse(numbers[i], CultureInfo.InvariantCulture);
    }
}
