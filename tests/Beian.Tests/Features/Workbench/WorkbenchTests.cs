using System.Net;
using Beian.Tests.Features.Office;
using Beian.Tests.Support;
using Beian.Web.Data;
using Beian.Web.Features.Account;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Beian.Tests.Features.Workbench;

public abstract class WorkbenchTests<TSite>(TSite site) : SiteTests<TSite>(site)
    where TSite : TestSite
{
    private const string Add = "form[data-add]";

    [Fact]
    public async Task Favourites_KeptAndLetGo_AreThoseOfTheAccount()
    {
        using var client = await SignInAsync();
        var empty = (await client.GetAsync("/workbench/favourites")).ExpectOk().ExpectText("还没有收藏");

        var kept = await client.SubmitAsync(empty, "tr:has(input[value=freight-forwarder]) form");
        await client.SubmitAsync(empty, "tr:has(input[value=freight-forwarder]) form"); // twice
        var home = await client.GetAsync("/workbench/applications/franchise-management");
        kept = await client.SubmitAsync(home, "form[action='/workbench/favourites']");

        Assert.Equal(["商业特许经营信息管理应用", "货代企业备案"], kept.TextsOf("td a"));
        Assert.Equal("/services/freight-forwarder", kept.LinkTo("货代企业备案"));
        (await client.GetAsync("/workbench/applications/franchise-management")).ExpectText("取消收藏");
        Assert.Single((await client.SubmitAsync(kept, "tbody form")).TextsOf("td a"));
        using var other = await SignInAsync();
        (await other.GetAsync("/workbench/favourites")).ExpectText("还没有收藏");
        (await other.SubmitAsync(empty, "main form", [new("code", "nobody")])).Expect(HttpStatusCode.BadRequest); // another's form
        var own = await other.GetAsync("/workbench/favourites");
        (await other.SubmitAsync(own, "main form", [new("code", "nobody")])).Expect(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Websites_AddedAndRemoved_AreCheckedAndTheAccountsOwn()
    {
        using var client = await SignInAsync();
        var page = (await client.GetAsync("/workbench/websites")).ExpectOk();

        var wrong = await client.SubmitAsync(page, Add, Typed("", "no address", "京ICP12"));
        Assert.Equal(3, wrong.Expect(HttpStatusCode.UnprocessableEntity).TextsOf(".error-summary li").Count);
        Assert.Equal("no address", wrong.ValueOf("Address"));
        var right = (await client.SubmitAsync(wrong, Add, Typed("示例商城", "www.example.com", "京icp备12345678号-1"))).ExpectOk();

        Assert.Equal(["示例商城", "https://www.example.com", "京ICP备12345678号-1"], right.TextsOf("tbody td").Take(3));
        using var other = await SignInAsync();
        var others = await other.GetAsync("/workbench/websites");
        Assert.Empty(others.TextsOf("tbody tr"));
        var id = right.ValueOf("id");
        others = await other.SubmitAsync(others, Add, Typed("甲", "https://a.example.com", null));
        (await other.SubmitAsync(others, "tbody form", [new("id", id)])).Expect(HttpStatusCode.NotFound);
        Assert.Empty((await client.SubmitAsync(right, "tbody form")).ExpectOk().TextsOf("tbody tr"));
    }

    [Fact]
    public async Task Settings_OfASignedInAccount_SwitchLanguageAndLetters()
    {
        using var client = await SignInAsync();
        var page = (await client.GetAsync("/account/settings")).ExpectOk();

        Assert.Equal(["中文", "标准字号"], page.TextsOf("main [aria-current]"));
        await client.GetAsync(page.LinkTo("大字版"));
        var english = await client.GetAsync(page.LinkTo("English"));

        Assert.Equal("/account/settings", english.Path);
        Assert.Equal(["English", "Large letters"], english.TextsOf("main [aria-current]"));
    }

    [Fact]
    public async Task Mails_Declined_AreSentNoMore_TheObligatoryOnesAre()
    {
        var scene = new Scene(Site, Data);
        var filing = await scene.SubmittedAsync();
        var (reviewer, officer) = await scene.NamedOfficerAsync(filing.AuthorityId);
        using var _ = officer;
        await Site.ExecuteAsync(db =>
            db.Accounts.Where(a => a.Id == reviewer.Id).ExecuteUpdateAsync(a => a.SetProperty(x => x.Email, "declines@example.test"), Stop)
        );
        using var filer = await Site.SignedInAsync(filing.OwnerId!.Value);
        var settings = (await officer.GetAsync("/account/settings")).ExpectText("企业催办").ExpectText("咨询有了答复");
        Assert.Null(settings.Document.QuerySelector("[value=draft-waiting]"));

        var saved = await officer.SubmitAsync(settings, "#mails", [new("mail", "filings-late"), new("mail", "password-link")]);

        Assert.Null(saved.ExpectText("已保存").Element("[value=filing-urged]").GetAttribute("checked"));
        Assert.NotNull(saved.Element("[value=filings-late]").GetAttribute("checked"));
        await filer.SubmitAsync(await filer.GetAsync($"/filings/{filing.Id}"), "#urge-form");
        Assert.False(await Site.QueryAsync(db => db.Outbox.AnyAsync(m => m.Recipient == "declines@example.test", Stop)));
        var declined = await Site.QueryAsync(db =>
            db.DeclinedMails.Where(d => d.AccountId == reviewer.Id).Select(d => d.Mail).ToListAsync(Stop)
        );
        Assert.Equal(["filing-urged", "ticket-answered"], declined.Order());
    }

    private static Dictionary<string, string?> Typed(string name, string address, string? icp) =>
        new()
        {
            ["Name"] = name,
            ["Address"] = address,
            ["IcpNumber"] = icp,
        };

    private async Task<SiteClient> SignInAsync() => await new Scene(Site, Data).SignInAsync(await Data.EnterpriseAsync());
}

public sealed class WorkbenchOnSqliteTests(SqliteSite site) : WorkbenchTests<SqliteSite>(site);

public sealed class WorkbenchOnPostgresTests(PostgresSite site) : WorkbenchTests<PostgresSite>(site);
