using System.Text.RegularExpressions;
using Beian.Tests.Features.Office;
using Beian.Tests.Support;
using Beian.Web.Channels;
using Beian.Web.Data;
using Beian.Web.Features.Account;
using Beian.Web.Features.Account.Standings;
using Beian.Web.Features.Filings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Beian.Tests.Features.Enterprise;

/// <summary>Enterprises with several people.</summary>
internal sealed partial class TeamScene(TestSite site, TestData data)
{
    public Scene Office { get; } = new(site, data);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static Dictionary<string, string?> NewAccount(string name = "测试经办人") =>
        new()
        {
            ["Name"] = name,
            ["account.userName"] = "mate_" + Guid.CreateVersion7().ToString("N")[^12..],
            ["account.password"] = TestData.Password,
            ["account.passwordRepeat"] = TestData.Password,
        };

    public static string NewAddress() => $"{Guid.CreateVersion7():N}@example.test";

    /// <summary>An enterprise with a filing that waits, and a browser of its administrator.</summary>
    public async Task<(Guid Enterprise, Guid Filing, SiteClient Administrator)> EnterpriseAsync(string name = "测试远帆贸易有限公司")
    {
        var filing = await Office.SubmittedAsync(name: name);
        var owner = filing.OwnerId!.Value;
        return (owner, filing.Id, await site.SignedInAsync(owner));
    }

    /// <summary>The codes of an enterprise are its own, as an approval would make them.</summary>
    public Task ConfirmAsync(Guid enterprise) =>
        site.ExecuteAsync(db =>
            db.Claims.Where(c => c.AccountId == enterprise).ExecuteUpdateAsync(c => c.SetProperty(x => x.State, ClaimState.Confirmed), Stop)
        );

    /// <summary>Sends an invitation from the page and takes the link out of the mail.</summary>
    public async Task<string> InviteAsync(SiteClient administrator, string email, MemberRole role)
    {
        var page = (await administrator.GetAsync("/enterprise/members")).ExpectOk();
        var values = new Dictionary<string, string?> { ["Email"] = email, ["Role"] = $"{role}" };
        (await administrator.SubmitAsync(page, "#invitation", values)).ExpectOk().ExpectText("邀请已发往");
        return await LinkAsync(email, "member-invited");
    }

    /// <summary>The link in the newest mail of a kind to an address.</summary>
    public Task<string> LinkAsync(string email, string template) =>
        site.InScopeAsync(async services =>
        {
            var mail = await services
                .GetRequiredService<AppDb>()
                .Outbox.Where(m => m.Recipient == email && m.Template == template)
                .OrderByDescending(m => m.Id)
                .FirstAsync(Stop);
            return LinkPath().Match(services.GetRequiredService<MailTemplates>().Write(mail).Text).Value;
        });

    /// <summary>Somebody new who joined by invitation, with his or her browser.</summary>
    public async Task<SiteClient> JoinAsync(SiteClient administrator, MemberRole role, string name = "测试经办人")
    {
        var link = await InviteAsync(administrator, NewAddress(), role);
        var client = site.NewClient();
        (await client.SubmitAsync((await client.GetAsync(link)).ExpectOk(), "#joining", NewAccount(name)))
            .ExpectOk()
            .ExpectText("您已加入");
        return client;
    }

    public Task<Beian.Web.Features.Account.Account> AccountAsync(string name) =>
        site.QueryAsync(db => db.Accounts.AsNoTracking().SingleAsync(a => a.DisplayName == name, Stop));

    [GeneratedRegex(@"/enterprise/invitations/\S+")]
    private static partial Regex LinkPath();
}
