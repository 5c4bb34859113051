using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Beian.Tests.Architecture;
using Xunit;

namespace Beian.Tests.Support;

/// <summary>A mail as the server took it.</summary>
public sealed partial record ReceivedMail(string From, IReadOnlyList<string> To, string Raw)
{
    /// <summary>The subject, decoded.</summary>
    public string Subject => EncodedWord().Replace(Gap().Replace(Header("Subject"), "?==?"), m => Decode(m.Groups[1].Value));

    /// <summary>The text, decoded.</summary>
    public string Text =>
        Header("Content-Transfer-Encoding") == "base64" ? Decode(Body.Replace("\r\n", "", StringComparison.Ordinal)) : Body;

    private string Body => Raw[(Raw.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..];

    private string Header(string name) =>
        Regex.Match(Raw, $@"^{name}: ((?:.|\r\n[ \t])*?)\r\n(?![ \t])", RegexOptions.Multiline | RegexOptions.IgnoreCase).Groups[1].Value;

    private static string Decode(string base64) => Encoding.UTF8.GetString(Convert.FromBase64String(base64));

    [GeneratedRegex(@"=\?utf-8\?B\?(.*?)\?=", RegexOptions.IgnoreCase)]
    private static partial Regex EncodedWord();

    [GeneratedRegex(@"\?=\s+=\?")]
    private static partial Regex Gap();
}

/// <summary>A real mail server (tests/smtp) in a process of its own, on a free port.</summary>
public sealed class MailReceiver : IAsyncDisposable
{
    private readonly Process _process;
    private readonly int _port;

    private MailReceiver(Process process, int port) => (_process, _port) = (process, port);

    /// <param name="mode">"refuse": refuses every recipient.</param>
    public static async Task<MailReceiver> StartAsync(string mode = "")
    {
        var script = Path.Combine(Repository.Root, "tests", "smtp", "receiver.js");
        if (!Directory.Exists(Path.Combine(Path.GetDirectoryName(script)!, "node_modules")))
            Assert.Skip("tests/smtp is not installed (npm ci): no mail server to test with.");
        var process = Process.Start(
            new ProcessStartInfo("node", [script, mode])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                StandardOutputEncoding = Encoding.UTF8,
            }
        )!;
        var line = await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        return new(process, int.Parse(line!["port ".Length..], null));
    }

    /// <summary>Has a site that is yet to start send its mails here.</summary>
    public void ReceiveFrom(TestSite site)
    {
        site.Settings["Mail:Host"] = "127.0.0.1";
        site.Settings["Mail:Port"] = $"{_port}";
        site.Settings["Mail:From"] = "no-reply@platform.test";
    }

    /// <summary>The next mail, when it comes.</summary>
    public async Task<ReceivedMail> NextAsync()
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(30));
        var line = await _process.StandardOutput.ReadLineAsync(limit.Token);
        return JsonSerializer.Deserialize<ReceivedMail>(line!, JsonSerializerOptions.Web)!;
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close(); // its end is the receiver's
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
