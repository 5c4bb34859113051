using System.Globalization;
using System.Net;
using Beian.Tests.Features.Filings;
using Beian.Tests.Support;

namespace Beian.Tests.Crash;

/// <summary>What the site acknowledged of a filing before it was killed.</summary>
/// <param name="Saves">How many saves.</param>
/// <param name="LastMark">The number in the last of them.</param>
internal sealed record Acknowledged(int Saves, int LastMark, bool Submitted);

/// <summary>An enterprise that saves and submits one filing after the other as fast as it can, and remembers every answer it got.</summary>
internal sealed class StormyFiler(Uri address) : IDisposable
{
    private const int SavesPerFiling = 1;

    private readonly SiteClient _client = new(address);
    private bool _hasAccount;
    private Guid? _filing;
    private int _mark;

    /// <summary>How many writes the site acknowledged.</summary>
    public int Writes { get; private set; }

    /// <summary>By filing.</summary>
    public Dictionary<Guid, Acknowledged> Filings { get; } = [];

    /// <summary>Answers that were neither a success nor the end of the site.</summary>
    public List<string> Refusals { get; } = [];

    /// <summary>Files until the site is gone.</summary>
    public async Task RunAsync()
    {
        try
        {
            while (Refusals.Count < 3)
                await (_filing is { } id ? GoOnAsync(id) : BeginAsync());
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException)
        {
            _filing = null; // the site was killed; what it did not acknowledge may or may not be there
        }
    }

    /// <summary>The number a save left in the answers.</summary>
    public static int MarkIn(string domicile) => int.Parse(domicile.Split('第', '号')[1], CultureInfo.InvariantCulture);

    public void Dispose() => _client.Dispose();

    private async Task BeginAsync()
    {
        var form = (await _client.GetAsync(FilerVisit.NewForm)).ExpectOk();
        var name = "storm_" + Guid.CreateVersion7().ToString("N")[^12..];
        var account = new Dictionary<string, string?>
        {
            ["account.userName"] = name,
            ["account.email"] = $"{name}@example.test",
            ["account.password"] = FilerVisit.Password,
            ["account.passwordRepeat"] = FilerVisit.Password,
        };
        var values = FilerVisit.Join(Marked(), _hasAccount ? [] : account);
        using var answer = await _client.SendAsync(form, FilerVisit.FormSelector, values, "save", [FilerVisit.Licence, Scan]);
        if (await IdInAsync(answer) is not { } id)
            return;
        _hasAccount = true;
        _filing = id;
        Filings[id] = new(1, _mark, false);
    }

    private async Task GoOnAsync(Guid id)
    {
        var form = (await _client.GetAsync($"/filings/{id}/form")).ExpectOk();
        var submits = Filings[id].Saves >= SavesPerFiling;
        using var answer = await _client.SendAsync(form, FilerVisit.FormSelector, Marked(), "save");
        if (await IdInAsync(answer) is null)
            return;
        Filings[id] = new(Filings[id].Saves + 1, _mark, false);
        if (!submits)
            return;
        var submission = (await _client.GetAsync($"/filings/{id}/submission")).ExpectOk();
        using var sent = await _client.SendAsync(submission, "#submission-form");
        if (await IdInAsync(sent) is null)
            return;
        Filings[id] = new(Filings[id].Saves, _mark, true);
        _filing = null;
    }

    /// <summary>A scan that cannot be read does not stop a 上报.</summary>
    private static Upload Scan => new("fForm", "登记表.pdf", FilerVisit.Pdf("signed"));

    private Dictionary<string, string?> Marked() => FilerVisit.With(FilerVisit.Answers, ("domicile", $"北京市海淀区样例路第{++_mark}号"));

    /// <summary>The filing in the redirect that acknowledges; anything else is noted down.</summary>
    private async Task<Guid?> IdInAsync(HttpResponseMessage answer)
    {
        if (
            answer is { StatusCode: HttpStatusCode.Redirect, Headers.Location: { } to }
            && Guid.TryParse(to.ToString().Split('/')[2], out var id)
        )
        {
            Writes++;
            return id;
        }
        Refusals.Add($"{(int)answer.StatusCode} {answer.Headers.Location}: {(await _client.FollowAsync(answer)).Text}");
        return null;
    }
}
