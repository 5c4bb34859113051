using System.Diagnostics;
using System.Globalization;
using Beian.Web.Authorities;
using Beian.Web.Hosting;
using Microsoft.Data.Sqlite;
using Process = System.Diagnostics.Process;

namespace Beian.Bench;

/// <summary>What taking a file of the former system over cost.</summary>
/// <param name="Elapsed">From the start of the program to its end.</param>
/// <param name="Processor">The processor time it used.</param>
/// <param name="MemoryMegabytes">The most memory it held.</param>
internal sealed record ImportTimes(int Rows, TimeSpan Elapsed, TimeSpan Processor, long MemoryMegabytes);

/// <summary><c>import operators FILE</c> into an empty data folder on SQLite, by the program itself.</summary>
internal static class ImportMeasurement
{
    public static async Task<ImportTimes> RunAsync(string product, string folder, int rows)
    {
        var data = Path.Combine(folder, "import-folder");
        if (Directory.Exists(data))
            Directory.Delete(data, recursive: true);
        string file;
        using (var host = CommandLine.BuildHost(data))
        {
            await host.Services.MigrateAsync(CancellationToken.None);
            file = LegacyRows.Write(folder, rows, host.Services.GetRequiredService<AuthorityTree>().Accepting.First().Id);
        }
        SqliteConnection.ClearAllPools();

        var start = new ProcessStartInfo("dotnet", [product, "import", "operators", file, "--data", data])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            // as bin/beian does
            Environment = { ["DOTNET_TieredPGO"] = "0", ["DOTNET_GCgen0size"] = "0x4000000" },
        };
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var told = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        var (memory, processor) = (0L, TimeSpan.Zero);
        using var end = new CancellationTokenSource();
        var watching = WatchAsync();
        await process.WaitForExitAsync();
        var elapsed = clock.Elapsed;
        await end.CancelAsync();
        await watching;
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"import operators: {await output}{await told}");
        Directory.Delete(data, recursive: true);
        return new(rows, elapsed, processor, memory);

        // What the process used is gone with it, so it is asked now and then.
        async Task WatchAsync()
        {
            using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
            try
            {
                do
                {
                    process.Refresh();
                    if (process.HasExited)
                        return;
                    processor = process.TotalProcessorTime;
                    memory = Math.Max(memory, PeakOf(process.Id));
                } while (await timer.WaitForNextTickAsync(end.Token));
            }
            catch (Exception gone) when (gone is OperationCanceledException or InvalidOperationException or IOException)
            {
                // It ended in the middle of the question.
            }
        }
    }

    private static long PeakOf(int process) =>
        File.ReadLines($"/proc/{process}/status")
            .Where(l => l.StartsWith("VmHWM:", StringComparison.Ordinal))
            .Select(l => long.Parse(l.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture))
            .FirstOrDefault() / 1024;
}
