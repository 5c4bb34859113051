using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Beian.Web.Data;
using Beian.Web.Features.Account;
using Microsoft.AspNetCore.Identity;

namespace Beian.Bench;

/// <summary>What a flood of sign-ins costs, and what it does to everybody else.</summary>
/// <param name="Enterprises">How many tried at once; every fourth with a wrong password.</param>
/// <param name="Elapsed">From the first of them to the last.</param>
/// <param name="Errors">How many got another answer than their password deserved.</param>
/// <param name="HashShare">How much of the server's processor time a sign-in spends on its password's hash.</param>
/// <param name="IdleP99">A public search, one at a time, while nobody signs in; milliseconds.</param>
/// <param name="FloodP99">The same while they do.</param>
internal sealed record SignInFlood(int Enterprises, TimeSpan Elapsed, long Errors, double HashShare, double IdleP99, double FloodP99);

/// <summary>
/// Enterprises signing in with their passwords, each from a browser and an address of its own: a few alone, to see where the time goes, then all at once while
/// somebody searches. The picture code, which nobody here can read, is off for them.
/// </summary>
internal static partial class SignInMeasurement
{
    /// <summary>What the site is measured with.</summary>
    public static IReadOnlyDictionary<string, string?> Settings { get; } =
        new Dictionary<string, string?>
        {
            ["Captcha"] = "AfterFailures",
            // Wrong passwords from one address would soon lock it for everybody.
            ["Proxies:0"] = "127.0.0.1",
        };

    private const string Password = "Bench-password 2026";
    private const int Alone = 100;

    public static async Task<SignInFlood> RunAsync(Server site, IServiceProvider services, int enterprises, IReadOnlyList<string> searches)
    {
        var few = Math.Min(Alone, enterprises);
        var names = Enumerable.Range(0, enterprises + 2 * few).Select(_ => "flood" + Guid.CreateVersion7().ToString("N")[^12..]).ToList();
        var hash = await PlantAsync(services, names);
        var browsers = new List<Browser>();
        foreach (var (i, name) in names.Index())
            browsers.Add(await Browser.OpenAsync(site.Address, name, i, knowsPassword: i < 2 * few || i % 4 > 0));
        var searching = new Searching(site.Address, searches);
        var idle = await searching.IdleAsync();

        // What is compiled at the first sign-ins does not count.
        var (first, alone, all) = (browsers[..few], browsers[few..(2 * few)], browsers[(2 * few)..]);
        foreach (var browser in first)
            await LetInAsync(browser);
        var share = await ShareAsync(site, alone, hash);

        var clock = Stopwatch.StartNew();
        var flood = Task.WhenAll(all.Select(b => Task.Run(b.SignInAsync)));
        var during = await searching.DuringAsync(flood);
        var right = await flood;
        var elapsed = clock.Elapsed;
        foreach (var browser in browsers)
            browser.Dispose();
        return new(enterprises, elapsed, right.Count(r => !r), share, idle, during);
    }

    /// <summary>A sign-in, the hash of its password here, the next sign-in, and so on: what slows this machine slows both.</summary>
    private static async Task<double> ShareAsync(Server site, List<Browser> browsers, Func<TimeSpan> hash)
    {
        var (hashes, before) = (TimeSpan.Zero, site.ProcessorTime);
        foreach (var browser in browsers)
        {
            await LetInAsync(browser);
            hashes += hash();
        }
        return hashes / (site.ProcessorTime - before);
    }

    /// <summary>A sign-in that failed would cost something else.</summary>
    private static async Task LetInAsync(Browser browser)
    {
        if (!await browser.SignInAsync())
            throw new InvalidOperationException("a right password was not let in");
    }

    /// <returns>Hashes the password once and tells the processor time it took.</returns>
    private static async Task<Func<TimeSpan>> PlantAsync(IServiceProvider services, IReadOnlyList<string> names)
    {
        var hasher = services.GetRequiredService<IPasswordHasher<Account>>();
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var accounts = names.Select(n => Account.ForEnterprise(n, $"{n}@example.test", "测量企业", now)).ToList();
        var hash = hasher.HashPassword(accounts[0], Password);
        foreach (var account in accounts)
            account.SetPassword(hash, now);
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        db.AddRange(accounts);
        await db.SaveChangesAsync();
        return () =>
        {
            var before = ThreadTime();
            hasher.VerifyHashedPassword(accounts[0], hash, Password);
            return ThreadTime() - before;
        };
    }

    /// <summary>The processor time of this thread, to the nanosecond; a process tells its own in steps of ten milliseconds.</summary>
    private static TimeSpan ThreadTime() =>
        TimeSpan.FromMicroseconds(
            long.Parse(File.ReadAllText("/proc/thread-self/schedstat").Split(' ')[0], CultureInfo.InvariantCulture) / 1000.0
        );

    /// <summary>One enterprise before the sign-in page.</summary>
    private sealed partial class Browser : IDisposable
    {
        private readonly HttpClient _http;
        private readonly FormUrlEncodedContent _form;
        private readonly bool _knowsPassword;

        private Browser(HttpClient http, FormUrlEncodedContent form, bool knowsPassword) =>
            (_http, _form, _knowsPassword) = (http, form, knowsPassword);

        public static async Task<Browser> OpenAsync(Uri address, string userName, int number, bool knowsPassword)
        {
            var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() })
            {
                BaseAddress = address,
                Timeout = TimeSpan.FromMinutes(10), // who comes last waits for all others
            };
            http.DefaultRequestHeaders.Add("X-Forwarded-For", $"198.51.{number / 250}.{number % 250 + 1}");
            var page = await http.GetStringAsync(new Uri("/account/sign-in", UriKind.Relative));
            return new(
                http,
                new(
                    new Dictionary<string, string>
                    {
                        ["UserName"] = userName,
                        ["Password"] = knowsPassword ? Password : "Bench-passwort 2026",
                        ["__RequestVerificationToken"] = Token().Match(page).Groups[1].Value,
                    }
                ),
                knowsPassword
            );
        }

        /// <returns>Whether it is in with the right password, or back at the sign-in page with a wrong one.</returns>
        public async Task<bool> SignInAsync()
        {
            using var answer = await _http.PostAsync(new Uri("/account/sign-in", UriKind.Relative), _form);
            return _knowsPassword
                ? answer.Headers.Location?.OriginalString == "/workbench"
                : answer.IsSuccessStatusCode
                    && (await answer.Content.ReadAsStringAsync()).Contains("账号或密码错误", StringComparison.Ordinal);
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
