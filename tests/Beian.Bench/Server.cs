using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Beian.Bench;

/// <summary>A server under measurement: its process on a free port.</summary>
internal sealed class Server : IAsyncDisposable
{
    private readonly Process _process;

    private Server(Process process, Uri address, TimeSpan start) => (_process, Address, StartTime) = (process, address, start);

    public Uri Address { get; }

    /// <summary>From the start of the process to the first answer.</summary>
    public TimeSpan StartTime { get; }

    /// <summary>The processor time it has used.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>The memory it holds, in MB.</summary>
    public long Memory =>
        File.ReadLines($"/proc/{_process.Id}/status")
            .Where(l => l.StartsWith("VmRSS:", StringComparison.Ordinal))
            .Select(l =>
                long.Parse(l.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], System.Globalization.CultureInfo.InvariantCulture)
            )
            .First() / 1024;

    /// <param name="program">A dll.</param>
    /// <param name="arguments">Its arguments; {url} is where it is to listen.</param>
    /// <param name="ready">The path that answers 200 when it is up.</param>
    public static async Task<Server> StartAsync(
        string program,
        IEnumerable<string> arguments,
        string ready,
        IReadOnlyDictionary<string, string?>? settings = null
    )
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = false };
        start.ArgumentList.Add(program);
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument.Replace("{url}", address.ToString().TrimEnd('/'), StringComparison.Ordinal));
        start.Environment["Beian__Logging__LogLevel__Default"] = "Warning";
        foreach (var (key, value) in settings ?? new Dictionary<string, string?>())
            start.Environment["Beian__" + key.Replace(":", "__", StringComparison.Ordinal)] = value;
        var clock = Stopwatch.StartNew();
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        using var client = new HttpClient();
        while (true)
        {
            if (process.HasExited || clock.Elapsed > TimeSpan.FromSeconds(60))
                throw new InvalidOperationException($"{program} did not start.");
            try
            {
                using var answer = await client.GetAsync(new Uri(address, ready));
                if (answer.IsSuccessStatusCode)
                    return new(process, address, clock.Elapsed);
            }
            catch (HttpRequestException)
            {
                await Task.Delay(10);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
