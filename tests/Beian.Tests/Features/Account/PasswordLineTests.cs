using System.Net;
using Beian.Tests.Features.Filings;
using Beian.Tests.Support;
using Beian.Web.Features.Account;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Beian.Tests.Features.Account;

/// <summary>What people see who come to a line of password hashes that is full, or nearly so.</summary>
public sealed class PasswordLineTests(SignInOnSqliteSite site) : SiteTests<SignInOnSqliteSite>(site)
{
    [Fact]
    public async Task SignIn_MoreThanTheLineHolds_AreToldAtOnce_AndTheOthersGetTheirAnswer()
    {
        var clients = Enumerable.Range(0, 8).Select(_ => Site.ClientElsewhere()).ToList();
        var pages = new List<(SiteClient Client, Page Page, string Name, bool IsRight)>();
        foreach (var (i, client) in clients.Index())
            pages.Add((client, await client.GetAsync("/account/sign-in"), (await Data.EnterpriseAsync()).UserName!, i % 2 == 0));

        List<Task<HttpResponseMessage>> tries = [];
        using (var line = new FullLine(Site, free: 2))
        {
            tries.AddRange(pages.Select(p => TryAsync(p.Client, p.Page, p.Name, p.IsRight)));
            var told = new List<HttpResponseMessage>();
            await foreach (var done in Task.WhenEach(tries).WithCancellation(Stop))
            {
                told.Add(await done);
                if (told.Count == 6)
                    break;
            }
            foreach (var answer in told)
            {
                Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
                Assert.Equal("60", Assert.Single(answer.Headers.GetValues("Retry-After")));
                Assert.Contains("请一分钟后再试", await answer.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
            }
        }
        var answered = (await Task.WhenAll(tries)).Index().Where(a => a.Item.StatusCode != HttpStatusCode.ServiceUnavailable).ToList();
        Assert.Equal(2, answered.Count);
        foreach (var (i, answer) in answered)
            if (pages[i].IsRight)
                Assert.Equal("/workbench", answer.Headers.Location?.OriginalString);
            else
                Assert.Contains("账号或密码错误", await answer.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        // Later there is a turn for everybody, and nobody was blamed for what was not looked at.
        foreach (var (client, _, name, _) in pages)
            Assert.Equal("/workbench", (await client.TypeAsync("/account/sign-in", name, TestData.Password)).Path);
        clients.ForEach(c => c.Dispose());
    }

    [Fact]
    public async Task Forms_WithAPassword_SaySoAndLoseNothing()
    {
        using var stranger = Site.ClientElsewhere();
        using var visit = new FilerVisit(Site);
        using var owner = Site.ClientElsewhere();
        await owner.TypeAsync("/account/sign-in", (await Data.EnterpriseAsync()).UserName!, TestData.Password);
        var (registration, form) = (await stranger.GetAsync("/account/registration"), await visit.Client.GetAsync(FilerVisit.NewForm));
        var change = await owner.GetAsync("/account/password");
        var (typed, passwords) = (RegistrationTests.Typed(), Passwords(TestData.Password, "Bian-jiang 2027!"));
        using (new FullLine(Site, free: 0))
        {
            var page = await stranger.SubmitAsync(registration, "#registration", typed);
            page.Expect(HttpStatusCode.UnprocessableEntity).ExpectText("请一分钟后再试");
            Assert.Equal(typed["account.userName"], page.ValueOf("account.userName"));
            (await owner.SubmitAsync(change, "main form", passwords)).ExpectText("请一分钟后再试");
            // The draft is kept; its account is made with the next save.
            form = await visit.Client.SubmitAsync(
                form,
                FilerVisit.FormSelector,
                FilerVisit.Join(FilerVisit.Answers, visit.Account),
                "save"
            );
            form.ExpectText("账号尚未建立").ExpectText("请一分钟后再试");
        }
        Assert.Equal("/workbench", (await stranger.SubmitAsync(registration, "#registration", typed)).Path);
        Assert.Equal("/account", (await owner.SubmitAsync(change, "main form", passwords)).Path);
        await visit.Client.SubmitAsync(form, FilerVisit.FormSelector, FilerVisit.Join(FilerVisit.Answers, visit.Account), "save");
        (await visit.Client.GetAsync("/filings")).ExpectOk().ExpectText(FilerVisit.Answers["nameZh"]!);
    }

    private static Task<HttpResponseMessage> TryAsync(SiteClient client, Page page, string name, bool isRight) =>
        client.SendAsync(
            page,
            "#sign-in",
            new Dictionary<string, string?> { ["UserName"] = name, ["Password"] = isRight ? TestData.Password : "wrong" }
        );

    private static Dictionary<string, string?> Passwords(string current, string next) =>
        new()
        {
            ["CurrentPassword"] = current,
            ["NewPassword"] = next,
            ["NewPasswordRepeat"] = next,
        };

    /// <summary>Every turn is taken, and so many wait that there is room for few or none; until it is disposed.</summary>
    private sealed class FullLine : IDisposable
    {
        private readonly ManualResetEventSlim _end = new();
        private readonly List<Task<int?>> _waiting;

        public FullLine(TestSite site, int free)
        {
            var turns = site.Services.GetRequiredService<HashingTurns>();
            var taken = Math.Max(1, Environment.ProcessorCount / 2);
            _waiting = [.. Enumerable.Range(0, taken + HashingTurns.MostWaiting - free).Select(_ => turns.RunAsync(Hash, Stop))];
        }

        public void Dispose()
        {
            _end.Set();
            Task.WaitAll(_waiting, Stop);
            _end.Dispose();
        }

        private int Hash()
        {
            _end.Wait(Stop);
            return 1;
        }
    }
}
