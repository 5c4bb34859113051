using System.Net;
using Beian.Tests.Features.Filings;
using Beian.Tests.Support;
using Beian.Web.Data;
using Beian.Web.Features.Account;
using Beian.Web.Features.Filings;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Beian.Tests.Features.Account;

public sealed class RegistrationTests(SignInOnSqliteSite site) : SiteTests<SignInOnSqliteSite>(site)
{
    private const string Form = "#registration";

    [Fact]
    public async Task Post_SoundForm_MakesAccountClaimAndSessionAtOnce()
    {
        using var client = Site.ClientElsewhere();
        var typed = Typed();

        var page = await RegisterAsync(client, typed);

        Assert.Equal("/workbench", page.Path);
        page.ExpectOk().ExpectText("注册成功").ExpectText("您好！测试注册贸易有限公司");
        var account = await FindAsync(typed["account.userName"]!);
        Assert.Equal(("13800138000", "测试注册贸易有限公司"), (account!.PhoneNumber, account.DisplayName));
        var claim = await Site.QueryAsync(db => db.Claims.SingleAsync(c => c.AccountId == account.Id, Stop));
        Assert.Equal((ClaimState.Open, "", Subject.KeyOf(typed["Code"]!)), (claim.State, claim.Service, claim.CodeKey));
        Assert.True(
            await Site.QueryAsync(db => db.Outbox.AnyAsync(m => m.SubjectId == account.Id && m.Template == "email-confirmation", Stop))
        );
        Assert.DoesNotContain(FilerVisit.Password, page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_CodeThatHasAFilingOfAnother_SaysAndBringsNothing()
    {
        using var first = new FilerVisit(Site);
        var id = await first.SubmitNewAsync();
        var filing = await first.FilingAsync(id);
        using var client = Site.ClientElsewhere();

        var page = await RegisterAsync(client, Typed(code: filing.SubjectCode));

        Assert.Equal("/workbench", page.Path);
        Assert.DoesNotContain(filing.SubjectName, page.Text, StringComparison.Ordinal);
        Assert.Empty((await client.GetAsync("/filings")).TextsOf("tbody tr"));
        (await client.GetAsync($"/filings/{id}")).Expect(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Post_WithMistakes_ListsThemAllAndKeepsWhatWasTyped()
    {
        using var client = Site.ClientElsewhere();
        var typed = Typed(code: "91110000600037341A");
        typed["account.userName"] = "1a";
        typed["account.passwordRepeat"] = "another";
        typed["account.email"] = "nobody";
        typed["Phone"] = "123";
        typed["Company"] = " ";

        var page = (await RegisterAsync(client, typed)).Expect(HttpStatusCode.UnprocessableEntity);

        Assert.Equal(
            ["account.userName", "account.passwordRepeat", "account.email", "Phone", "Company", "Code"],
            page.Document.QuerySelectorAll(".error-summary a").Select(a => a.GetAttribute("href")![1..])
        );
        Assert.Equal(
            ("1a", "nobody", "91110000600037341A"),
            (page.ValueOf("account.userName"), page.ValueOf("account.email"), page.ValueOf("Code"))
        );
        Assert.Equal("", page.ValueOf("account.password"));
    }

    [Fact]
    public async Task Post_NameThatIsTaken_AsksForAnother()
    {
        using var client = Site.ClientElsewhere();
        var typed = Typed();
        await RegisterAsync(client, typed);
        using var other = Site.ClientElsewhere();

        (await RegisterAsync(other, typed)).Expect(HttpStatusCode.UnprocessableEntity).ExpectText("已被使用");
        Assert.Equal(
            1,
            await Site.QueryAsync(db => db.Claims.CountAsync(c => c.CodeKey == Subject.KeyOf(typed["Code"]!) && c.Service == "", Stop))
        );
    }

    internal static Dictionary<string, string?> Typed(string? code = null) =>
        new()
        {
            ["account.userName"] = "reg_" + Guid.CreateVersion7().ToString("N")[^12..],
            ["account.password"] = FilerVisit.Password,
            ["account.passwordRepeat"] = FilerVisit.Password,
            ["account.email"] = "owner@example.test",
            ["Phone"] = "１３８００１３８０００",
            ["Company"] = "测试注册贸易有限公司",
            ["Code"] = code ?? Office.Scene.NewUscc(),
        };

    private static async Task<Page> RegisterAsync(SiteClient client, Dictionary<string, string?> typed) =>
        await client.SubmitAsync((await client.GetAsync("/account/registration")).ExpectOk(), Form, typed);

    private Task<Beian.Web.Features.Account.Account?> FindAsync(string userName)
    {
        var normalized = userName.ToUpperInvariant();
        return Site.QueryAsync(db => db.Accounts.SingleOrDefaultAsync(a => a.NormalizedUserName == normalized, Stop));
    }
}
