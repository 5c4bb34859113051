using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Xunit;

namespace Beian.Tests.Support;

/// <summary>The real program as a process of its own, on one port and one data folder, to be killed and started again.</summary>
public sealed class SiteProcess(string dataFolder, IReadOnlyDictionary<string, string?> settings) : IAsyncDisposable
{
    private readonly List<string> _log = [];
    private Process? _process;

    public Uri Address { get; } = new($"http://127.0.0.1:{FreePort()}/");

    /// <summary>Starts it and waits until it is ready.</summary>
    public async Task StartAsync()
    {
        var start = Describe(["serve", "--urls", Address.ToString().TrimEnd('/'), "--data", dataFolder]);
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, line) => Note(line.Data);
        _process.ErrorDataReceived += (_, line) => Note(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        using var client = new HttpClient { BaseAddress = Address };
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < TimeSpan.FromSeconds(90); await Task.Delay(50))
        {
            Assert.False(_process.HasExited, $"The program ended at its start:\n{Log}");
            try
            {
                using var answer = await client.GetAsync(new Uri("/health/ready", UriKind.Relative));
                if (answer.IsSuccessStatusCode)
                    return;
            }
            catch (HttpRequestException)
            {
                // not listening yet
            }
        }
        Assert.Fail($"The program did not become ready:\n{Log}");
    }

    /// <summary>kill -9: no goodbye, nothing flushed.</summary>
    public async Task KillAsync()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>SIGTERM, as a service manager sends it; what was left to do in the log's words and the exit code, when it is over.</summary>
    public async Task<int> TerminateAsync(TimeSpan longest)
    {
        using (var kill = Process.Start("kill", ["-TERM", $"{_process!.Id}"]))
            await kill.WaitForExitAsync();
        using var limit = new CancellationTokenSource(longest);
        await _process.WaitForExitAsync(limit.Token);
        return _process.ExitCode;
    }

    /// <summary>Runs a command of the program on the same data; its exit code and what it printed.</summary>
    public async Task<(int Code, string Text)> RunAsync(params string[] command)
    {
        using var process = Process.Start(Describe([.. command, "--data", dataFolder]))!;
        var (output, faults) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await faults);
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false })
            await KillAsync();
        _process?.Dispose();
    }

    private string Log
    {
        get
        {
            lock (_log)
                return string.Join('\n', _log.TakeLast(40));
        }
    }

    private void Note(string? line)
    {
        lock (_log)
            if (line is not null)
                _log.Add(line);
    }

    private ProcessStartInfo Describe(IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(TestSettings.Program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (key, value) in settings)
            start.Environment["Beian__" + key.Replace(":", "__", StringComparison.Ordinal)] = value;
        return start;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
