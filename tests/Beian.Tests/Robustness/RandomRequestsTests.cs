using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using Beian.Tests.Features.Account;
using Beian.Tests.Features.Office;
using Beian.Tests.Support;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Beian.Tests.Robustness;

/// <summary>
/// Ten thousand requests that make no sense, signed out, as an enterprise and as an officer: no answer is a server's fault,
/// none tells of the program's inside, none shows another's filing.
/// </summary>
public abstract partial class RandomRequestsTests<TSite>(TSite site) : SiteTests<TSite>(site)
    where TSite : TestSite
{
    /// <summary>On each of the two databases, so ten thousand in all.</summary>
    private const int Requests = 5_000;

    private static readonly string[] Methods = ["GET", "GET", "GET", "POST", "POST", "PUT", "DELETE", "HEAD", "OPTIONS", "PATCH"];

    private static readonly string[] Scraps =
    [
        "",
        "0",
        "-1",
        "999999999999999999999",
        "foreign-trade-operator",
        "FOREIGN-TRADE-OPERATOR",
        "../../../etc/passwd",
        "..%2f..%2fetc%2fhosts",
        "%00",
        "\0",
        "x" + string.Concat(Enumerable.Repeat("𠮷", 60)), // cut after an even number of characters, it ends in half of one
        "'; DROP TABLE filings; --",
        "\" OR 1=1",
        "<script>alert(1)</script>",
        "{{7*7}}",
        "𠮷㛃龘",
        "\ud83d\ude00",
        "A440100",
        "uscc",
        "01985f3e-0000-7000-8000-000000000000",
        "00000000-0000-0000-0000-000000000000",
        "9144030019220382161",
        "%",
        "_",
        "\\",
        "\r\nSet-Cookie: a=b",
    ];

    private static readonly string[] Names =
    [
        "name",
        "code",
        "before",
        "after",
        "q",
        "service",
        "authority",
        "route",
        "state",
        "version",
        "revision",
        "returnUrl",
        "to",
        "back",
        "page",
        "action",
        "uscc",
        "regCapital.amount",
        "filing",
        "person",
        "number",
        "day",
        "UserName",
        "Email",
        "account.userName",
    ];

    [Fact]
    public async Task Requests_WithoutSense_AreNeverTheServersFaultAndTellNothing()
    {
        var random = new Random(20261121);
        var paths = Paths();
        Assert.True(paths.Count > 20, "The routes of the site are known.");

        const string secret = "绝密试验有限公司";
        await new Scene(Site, Data).SubmittedAsync(Scene.Hangzhou, name: secret);
        using var visitor = Site.NewClient();
        using var enterprise = await Site.SignedInAsync((await Data.EnterpriseAsync()).Id);
        using var officer = await Site.SignedInAsync((await Data.OfficerAsync(Scene.Shenzhen)).Id);
        SiteClient[] people = [visitor, enterprise, officer];

        var wrong = new List<string>();
        for (var i = 0; i < Requests; i++)
        {
            using var request = MakeRequest(random, paths);
            var line = $"{request.Method} {request.RequestUri}";
            HttpResponseMessage answer;
            try
            {
                answer = await people[random.Next(people.Length)].Http.SendAsync(request, Stop);
            }
            catch (HttpRequestException fault)
            {
                wrong.Add($"{line}: {fault.Message}");
                continue;
            }
            using (answer)
            {
                var text = await answer.Content.ReadAsStringAsync(Stop);
                if ((int)answer.StatusCode >= 500)
                    wrong.Add($"{line}: {(int)answer.StatusCode}");
                if (Inside().IsMatch(text) || text.Contains(secret, StringComparison.Ordinal))
                    wrong.Add($"{line}: tells {Inside().Match(text).Value}");
                if (
                    answer.Headers.Contains("Set-Cookie")
                    && answer.Headers.GetValues("Set-Cookie").Any(c => c.StartsWith("a=b", StringComparison.Ordinal))
                )
                    wrong.Add($"{line}: header injected");
            }
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Take(20)));
    }

    /// <summary>NUL and half a character are texts that PostgreSQL does not take: no name in any address leads one to it.</summary>
    [Fact]
    public async Task Texts_ThatNoDatabaseTakes_AreNeverTheServersFault()
    {
        using var enterprise = await Site.SignedInAsync((await Data.EnterpriseAsync()).Id);
        using var officer = await Site.SignedInAsync((await Data.OfficerAsync(Scene.Shenzhen)).Id);
        var wrong = new List<string>();
        // Wherever it is cut, it ends in half a character; no server takes NUL before the question mark.
        var text = Uri.EscapeDataString("x" + string.Concat(Enumerable.Repeat("𠮷", 120)));
        var query = string.Join('&', Names.Where(n => n != "service").Select(n => $"{n}={text}%00"));
        foreach (var path in Paths().Select(p => Parameter().Replace(p, m => Likely(m.Value) ?? text)))
        {
            var client = path.StartsWith("/office", StringComparison.Ordinal) ? officer : enterprise;
            using var answer = await client.Http.GetAsync(new Uri($"{path}?{query}", UriKind.Relative), Stop);
            if ((int)answer.StatusCode >= 500)
                wrong.Add($"{path}: {(int)answer.StatusCode}");
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));

        // In this kind of form NUL reaches the page.
        using var visitor = Site.ClientElsewhere();
        var token = (await visitor.GetAsync("/account/sign-in")).ValueOf("__RequestVerificationToken");
        using var form = new MultipartFormDataContent
        {
            { new StringContent("somebody\0"), "UserName" },
            { new StringContent("something\0"), "Password" },
            { new StringContent(token!), "__RequestVerificationToken" },
        };
        using var refused = await visitor.Http.PostAsync(new Uri("/account/sign-in", UriKind.Relative), form, Stop);
        Assert.Contains("账号或密码错误", await refused.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    private static HttpRequestMessage MakeRequest(Random random, List<string> paths)
    {
        var template = paths[random.Next(paths.Count)];
        var path = Parameter().Replace(template, m => Uri.EscapeDataString(Pick(random, m.Value)));
        var query =
            random.Next(3) == 0
                ? ""
                : "?"
                    + string.Join(
                        '&',
                        Enumerable.Range(0, random.Next(1, 5)).Select(_ => $"{Name(random)}={Uri.EscapeDataString(Scrap(random))}")
                    );
        var request = new HttpRequestMessage(new HttpMethod(Methods[random.Next(Methods.Length)]), new Uri(path + query, UriKind.Relative));
        if (request.Method == HttpMethod.Post || request.Method == HttpMethod.Put)
            request.Content = Body(random);
        return request;
    }

    private static ByteArrayContent Body(Random random) =>
        random.Next(4) switch
        {
            0 => new ByteArrayContent(Bytes(random)) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } },
            1 => new ByteArrayContent(Bytes(random)) { Headers = { ContentType = new MediaTypeHeaderValue("multipart/form-data") } },
            2 => new StringContent(Scrap(random), Encoding.UTF8, "application/x-www-form-urlencoded"),
            _ => new FormUrlEncodedContent(
                Enumerable.Range(0, random.Next(8)).Select(_ => KeyValuePair.Create(Name(random), Scrap(random)))
            ),
        };

    private static byte[] Bytes(Random random)
    {
        var bytes = new byte[random.Next(200)];
        random.NextBytes(bytes);
        return bytes;
    }

    private List<string> Paths() =>
        [
            .. Site
                .Services.GetRequiredService<IEnumerable<EndpointDataSource>>()
                .SelectMany(s => s.Endpoints)
                .OfType<RouteEndpoint>()
                .Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/'))
                .Where(p => !p.Contains('.', StringComparison.Ordinal) || p.Contains("pdf", StringComparison.Ordinal))
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>What leads on behind a place in an address; null: nothing that is known.</summary>
    private static string? Likely(string parameter) =>
        parameter.Contains("service", StringComparison.Ordinal) ? "foreign-trade-operator"
        : parameter.Contains("id", StringComparison.OrdinalIgnoreCase) ? Guid.CreateVersion7().ToString()
        : null;

    private static string Pick(Random random, string parameter) => (random.Next(2) == 0 ? Likely(parameter) : null) ?? Scrap(random);

    private static string Name(Random random) => Names[random.Next(Names.Length)];

    private static string Scrap(Random random) =>
        random.Next(6) == 0
            ? new string([.. Enumerable.Range(0, random.Next(1, 300)).Select(_ => (char)random.Next(0x20, 0xD7FF))])
            : Scraps[random.Next(Scraps.Length)];

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Parameter();

    /// <summary>What only the program's inside knows: types, stack frames, SQL, keys, paths.</summary>
    [GeneratedRegex(
        @"\bat Beian\.|System\.\w+Exception|Npgsql|SqliteException|Microsoft\.EntityFrameworkCore|SELECT ""|/beian\.db|master\.key"
    )]
    private static partial Regex Inside();
}

public sealed class RandomRequestsOnSqliteTests(SignInOnSqliteSite site) : RandomRequestsTests<SignInOnSqliteSite>(site);

public sealed class RandomRequestsOnPostgresTests(SignInOnPostgresSite site) : RandomRequestsTests<SignInOnPostgresSite>(site);
