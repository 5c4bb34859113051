using System.Diagnostics;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Beian.Tests.Browser;

/// <summary>
/// The distribution's own Firefox ESR, driven through WebDriver BiDi, which it speaks by itself; Playwright only drives a patched one.
/// </summary>
internal sealed partial class FirefoxBrowser : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Process _process;
    private readonly string _profile;
    private readonly ClientWebSocket _socket = new();
    private string _context = "";
    private int _lastId;

    private FirefoxBrowser(Process process, string profile) => (_process, _profile) = (process, profile);

    public static async Task<FirefoxBrowser> StartAsync(CancellationToken stop)
    {
        var profile = Directory.CreateTempSubdirectory("beian-firefox").FullName;
        // Nothing but the site under test is spoken to.
        await File.WriteAllTextAsync(
            Path.Combine(profile, "user.js"),
            """
            user_pref("app.update.enabled", false);
            user_pref("datareporting.policy.dataSubmissionEnabled", false);
            user_pref("services.settings.server", "");
            user_pref("network.captive-portal-service.enabled", false);
            user_pref("network.connectivity-service.enabled", false);
            user_pref("browser.safebrowsing.malware.enabled", false);
            user_pref("browser.safebrowsing.phishing.enabled", false);
            """,
            stop
        );
        var start = new ProcessStartInfo("firefox-esr", ["--headless", "--no-remote", "--profile", profile, "--remote-debugging-port", "0"])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        start.Environment["HOME"] = profile;
        var process = Process.Start(start)!;
        var browser = new FirefoxBrowser(process, profile);
        try
        {
            var address = await browser.ReadAddressAsync(stop);
            await browser._socket.ConnectAsync(new Uri(address + "/session"), stop);
            await browser.CallAsync("session.new", new { capabilities = new { } }, stop);
            var tree = await browser.CallAsync("browsingContext.getTree", new { }, stop);
            browser._context = tree.GetProperty("contexts")[0].GetProperty("context").GetString()!;
            return browser;
        }
        catch
        {
            await browser.DisposeAsync();
            throw;
        }
    }

    public Task OpenAsync(string url, CancellationToken stop) =>
        CallAsync(
            "browsingContext.navigate",
            new
            {
                context = _context,
                url,
                wait = "complete",
            },
            stop
        );

    /// <summary>Sets a control as typing would: value, then input and change events.</summary>
    public async Task FillAsync(string selector, string value, CancellationToken stop)
    {
        var done = await RunAsync(
            $$"""
            (() => { const e = document.querySelector({{Quote(selector)}}); if (!e) return 'missing';
              if (e.type === 'checkbox' || e.type === 'radio') e.checked = true; else e.value = {{Quote(value)}};
              e.dispatchEvent(new Event('input', { bubbles: true })); e.dispatchEvent(new Event('change', { bubbles: true })); return 'done'; })()
            """,
            stop
        );
        if (done != "done")
            throw new InvalidOperationException($"No {selector} on {await UrlAsync(stop)}.");
    }

    /// <summary>Answers the question of a form's control: a text, or the code of a choice.</summary>
    public async Task AnswerAsync(string control, string value, CancellationToken stop)
    {
        var isChoice = await RunAsync($"document.querySelector(\"[name='{control}']\")?.type ?? ''", stop) is "radio" or "checkbox";
        await FillAsync(isChoice ? $"[name='{control}'][value='{value}']" : $"[name='{control}']", value, stop);
    }

    public async Task UploadAsync(string selector, string path, CancellationToken stop)
    {
        var found = await CallAsync(
            "browsingContext.locateNodes",
            new { context = _context, locator = new { type = "css", value = selector } },
            stop
        );
        var id = found.GetProperty("nodes")[0].GetProperty("sharedId").GetString();
        await CallAsync(
            "input.setFiles",
            new
            {
                context = _context,
                element = new { sharedId = id },
                files = new[] { path },
            },
            stop
        );
    }

    /// <summary>Clicks and waits for the page that follows.</summary>
    public async Task ClickAsync(string selector, CancellationToken stop)
    {
        var before = await RunAsync("String(performance.timeOrigin)", stop);
        if (
            await RunAsync(
                $"(() => {{ const e = document.querySelector({Quote(selector)}); if (!e) return 'missing'; setTimeout(() => e.click()); return 'done'; }})()",
                stop
            ) != "done"
        )
            throw new InvalidOperationException($"No {selector} on {await UrlAsync(stop)}.");
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed < Patience)
        {
            await Task.Delay(50, stop);
            try
            {
                if (
                    await RunAsync("document.readyState === 'complete' ? String(performance.timeOrigin) : ''", stop) is { Length: > 0 } now
                    && now != before
                )
                    return;
            }
            catch (InvalidOperationException)
            {
                // The page is being replaced just now.
            }
        }
        throw new TimeoutException($"{selector} led nowhere from {await UrlAsync(stop)}.");
    }

    public Task<string> TextAsync(CancellationToken stop) => RunAsync("document.body.innerText", stop);

    public Task<string> UrlAsync(CancellationToken stop) => RunAsync("location.href", stop);

    public async Task ScreenshotAsync(string path, CancellationToken stop)
    {
        var shot = await CallAsync("browsingContext.captureScreenshot", new { context = _context }, stop);
        await File.WriteAllBytesAsync(path, Convert.FromBase64String(shot.GetProperty("data").GetString()!), stop);
    }

    /// <summary>Runs an expression that gives a text.</summary>
    public async Task<string> RunAsync(string expression, CancellationToken stop)
    {
        var result = await CallAsync(
            "script.evaluate",
            new
            {
                expression,
                target = new { context = _context },
                awaitPromise = true,
            },
            stop
        );
        return result.GetProperty("type").GetString() == "success"
            ? result.GetProperty("result").GetProperty("value").GetString() ?? ""
            : throw new InvalidOperationException(result.ToString());
    }

    public async ValueTask DisposeAsync()
    {
        _socket.Dispose();
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_profile, recursive: true);
    }

    private async Task<string> ReadAddressAsync(CancellationToken stop)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(Patience);
        while (await _process.StandardError.ReadLineAsync(patience.Token) is { } line)
            if (Listening().Match(line) is { Success: true } match)
            {
                _ = _process.StandardError.ReadToEndAsync(CancellationToken.None);
                return match.Groups[1].Value;
            }
        throw new InvalidOperationException("Firefox ended before it listened.");
    }

    private async Task<JsonElement> CallAsync(string method, object parameters, CancellationToken stop)
    {
        var id = ++_lastId;
        var message = JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                id,
                method,
                @params = parameters,
            }
        );
        await _socket.SendAsync(message, WebSocketMessageType.Text, endOfMessage: true, stop);
        while (true)
        {
            using var answer = JsonDocument.Parse(await ReceiveAsync(stop));
            var root = answer.RootElement;
            if (!root.TryGetProperty("id", out var answered) || answered.ValueKind != JsonValueKind.Number || answered.GetInt32() != id)
                continue; // an event of the browser
            if (root.GetProperty("type").GetString() == "error")
                throw new InvalidOperationException($"{method}: {root.GetProperty("message").GetString()}");
            return root.GetProperty("result").Clone();
        }
    }

    private async Task<byte[]> ReceiveAsync(CancellationToken stop)
    {
        using var whole = new MemoryStream();
        var buffer = new byte[64 * 1024];
        WebSocketReceiveResult part;
        do
        {
            part = await _socket.ReceiveAsync(buffer, stop);
            whole.Write(buffer, 0, part.Count);
        } while (!part.EndOfMessage);
        return whole.ToArray();
    }

    private static string Quote(string text) => JsonSerializer.Serialize(text);

    [GeneratedRegex(@"WebDriver BiDi listening on (ws://\S+)")]
    private static partial Regex Listening();
}
