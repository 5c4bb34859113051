using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using Beian.Web.Data;
using Beian.Web.Features.Account;
using Microsoft.AspNetCore.Identity;
using Process = System.Diagnostics.Process;

namespace Beian.Bench;

/// <summary>What a flood of sign-ins costs, and what it does to everybody else.</summary>
/// <param name="Enterprises">How many signed in at once.</param>
/// <param name="Elapsed">From the first of them to the last.</param>
/// <param name="Errors">How many did not get in.</param>
/// <param name="HashShare">How much of the server's processor time a sign-in spends on its password's hash.</param>
/// <param name="IdleP99">A public search, one at a time, while nobody signs in; milliseconds.</param>
/// <param name="FloodP99">The same while they do.</param>
internal sealed record SignInFlood(int Enterprises, TimeSpan Elapsed, long Errors, double HashShare, double IdleP99, double FloodP99);

/// <summary>
/// Enterprises signing in with their passwords, each from a browser of its own: a few alone, to see where the time goes, then all at once while somebody
/// searches. The picture code, which nobody here can read, is off for them.
/// </summary>
internal static partial class SignInMeasurement
{
    /// <summary>What the site is measured with.</summary>
    public static IReadOnlyDictionary<string, string?> Settings { get; } =
        new Dictionary<string, string?> { ["Captcha"] = "AfterFailures" };

    private const string Password = "Bench-password 2026";

    public static async Task<SignInFlood> RunAsync(Server site, IServiceProvider services, int enterprises, IReadOnlyList<string> searches)
    {
        var few = Math.Max(4, enterprises / 10);
        var hash = await PlantAsync(services, enterprises + 2 * few, out var names);
        var browsers = new List<Browser>();
        foreach (var name in names)
            browsers.Add(await Browser.OpenAsync(site.Address, name));
        var searching = new Searching(site.Address, searches);
        var idle = await searching.IdleAsync();

        // What is compiled at the first sign-ins does not count.
        var (first, alone, all) = (browsers[..few], browsers[few..(2 * few)], browsers[(2 * few)..]);
        foreach (var browser in first)
            await browser.SignInAsync();
        var before = site.ProcessorTime;
        foreach (var browser in alone)
            await browser.SignInAsync();
        var share = alone.Count * hash.TotalSeconds / (site.ProcessorTime - before).TotalSeconds;

        var clock = Stopwatch.StartNew();
        var flood = Task.WhenAll(all.Select(b => Task.Run(b.SignInAsync)));
        var during = await searching.DuringAsync(flood);
        var signedIn = await flood;
        var elapsed = clock.Elapsed;
        foreach (var browser in browsers)
            browser.Dispose();
        return new(enterprises, elapsed, signedIn.Count(s => !s), share, idle, during);
    }

    /// <returns>The processor time one password hash takes.</returns>
    private static Task<TimeSpan> PlantAsync(IServiceProvider services, int enterprises, out List<string> names)
    {
        var hasher = services.GetRequiredService<IPasswordHasher<Account>>();
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        names = [.. Enumerable.Range(0, enterprises).Select(_ => "flood" + Guid.CreateVersion7().ToString("N")[^12..])];
        var accounts = names.ConvertAll(n => Account.ForEnterprise(n, $"{n}@example.test", "测量企业", now));
        var hash = hasher.HashPassword(accounts[0], Password);
        foreach (var account in accounts)
            account.SetPassword(hash, now);
        return SaveAsync(services, accounts, hasher, hash);
    }

    private static async Task<TimeSpan> SaveAsync(
        IServiceProvider services,
        List<Account> accounts,
        IPasswordHasher<Account> hasher,
        string hash
    )
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        db.AddRange(accounts);
        await db.SaveChangesAsync();

        const int Times = 20;
        using var self = Process.GetCurrentProcess();
        hasher.VerifyHashedPassword(accounts[0], hash, Password);
        self.Refresh();
        var before = self.TotalProcessorTime;
        for (var i = 0; i < Times; i++)
            hasher.VerifyHashedPassword(accounts[0], hash, Password);
        self.Refresh();
        return (self.TotalProcessorTime - before) / Times;
    }

    /// <summary>One enterprise before the sign-in page.</summary>
    private sealed partial class Browser : IDisposable
    {
        private readonly HttpClient _http;
        private readonly FormUrlEncodedContent _form;

        private Browser(HttpClient http, FormUrlEncodedContent form) => (_http, _form) = (http, form);

        public static async Task<Browser> OpenAsync(Uri address, string userName)
        {
            var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() })
            {
                BaseAddress = address,
                Timeout = TimeSpan.FromMinutes(10), // who comes last waits for all others
            };
            var page = await http.GetStringAsync(new Uri("/account/sign-in", UriKind.Relative));
            return new(
                http,
                new(
                    new Dictionary<string, string>
                    {
                        ["UserName"] = userName,
                        ["Password"] = Password,
                        ["__RequestVerificationToken"] = Token().Match(page).Groups[1].Value,
                    }
                )
            );
        }

        /// <returns>Whether it is in.</returns>
        public async Task<bool> SignInAsync()
        {
            using var answer = await _http.PostAsync(new Uri("/account/sign-in", UriKind.Relative), _form);
            return answer.Headers.Location?.OriginalString == "/workbench";
        }

        public void Dispose()
        {
            _form.Dispose();
            _http.Dispose();
        }

        [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
        private static partial Regex Token();
    }
}
