using System.Diagnostics;
using System.Net.Http.Json;
using Beian.TestProvider;
using Xunit;

namespace Beian.Tests.Features.Account.Platform;

/// <summary>The provider of tests/Beian.TestProvider, as a process of its own on a port of its own.</summary>
public sealed class TestProvider(TimeProvider clock) : IAsyncDisposable
{
    private readonly HttpClient _http = new();
    private Process? _process;

    public string Issuer { get; private set; } = "";

    public async Task StartAsync()
    {
        var program = Path.Combine(AppContext.BaseDirectory, typeof(Provider).Assembly.GetName().Name!);
        _process = Process.Start(new ProcessStartInfo(program) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        Issuer = await _process.StandardOutput.ReadLineAsync(limit.Token) ?? throw new InvalidOperationException("It ended at its start.");
        _http.BaseAddress = new Uri(Issuer);
    }

    /// <summary>Says who is signed in there from now on, and what it does to its tokens.</summary>
    public async Task OrderAsync(string subject, Forgery forgery = Forgery.None)
    {
        var orders = new Orders(subject, forgery, clock.GetUtcNow().UtcDateTime);
        using var answer = await _http.PostAsJsonAsync(new Uri("/orders", UriKind.Relative), orders, TestContext.Current.CancellationToken);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>From now on it signs with another key, which its key list names.</summary>
    public async Task RotateAsync()
    {
        using var answer = await _http.PostAsync(new Uri("/orders/new-key", UriKind.Relative), null, TestContext.Current.CancellationToken);
        answer.EnsureSuccessStatusCode();
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        if (_process is null)
            return;
        _process.StandardInput.Close();
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        try
        {
            await _process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            _process.Kill();
        }
        _process.Dispose();
    }
}
