using Beian.Tests.Features.Account;
using Beian.Tests.Features.Filings;
using Beian.Tests.Features.Office;
using Beian.Tests.Support;
using Beian.Web.Features.Account;
using Xunit;

namespace Beian.Tests.Browser;

/// <summary>What enterprise and office have with each other besides filings, in Chromium: 事项预约, 咨询, 好差评 with script; the way back in without.</summary>
public sealed class CounterWalkTests(SignInOnSqliteSite site, ChromiumBrowser chromium)
    : SiteTests<SignInOnSqliteSite>(site),
        IClassFixture<ChromiumBrowser>
{
    private const string Place = "A441300";
    private const string NewPassword = "Bian-jiang 2027!";

    [Fact]
    public async Task Counter_FromAnAppointmentToARating_Walks()
    {
        var scene = new Scene(Site, Data);
        var filing = await scene.ApprovedAsync(Place, "惠州窗口测试有限公司");
        var owner = await Data.OwnerOfAsync(filing);
        var desk = await VisitAsync(await Data.OfficerAsync(Place));
        var firm = await VisitAsync(owner);

        var day = Beian.Web.Web.ChinaTime.DateAt(Data.Now);
        await desk.GoAsync("/office/appointments");
        await desk.Page.FillAsync("[name=First]", $"{day.AddDays(1):yyyy-MM-dd}");
        await desk.Page.FillAsync("[name=Last]", $"{day.AddDays(12):yyyy-MM-dd}");
        await desk.Page.FillAsync("[name=Hours]", "09:00-10:00\n14:00-15:00");
        await desk.Page.FillAsync("[name=Place]", "2号窗口");
        await desk.Page.FillAsync("[name=Capacity]", "3");
        await desk.PressAsync("#offer .btn-primary");
        await desk.LookAsync("hours");

        await firm.GoAsync("/appointments/new");
        await firm.Page.SelectOptionAsync("#authority", Place);
        await firm.PressAsync("form.filters button");
        await firm.Page.FillAsync("#matter", "交验原件");
        await firm.Page.CheckAsync("#slot input >> nth=0");
        await firm.LookAsync("appointment");
        await firm.PressAsync("#booking .btn-primary");
        await firm.ExpectAsync("预约成功");
        await firm.LookAsync("appointments");

        await firm.GoAsync("/tickets");
        await firm.Page.FillAsync("#question [name=Subject]", "执照换了怎么办？");
        await firm.Page.FillAsync("#question [name=Text]", "名称不变，地址变了。");
        await firm.PressAsync("#question .btn-primary");
        await desk.GoAsync("/office/tickets");
        await desk.LookAsync("questions");
        await desk.PressAsync("main a:has-text('执照换了怎么办')");
        await desk.Page.FillAsync("#reply [name=Text]", "请办理变更。");
        await desk.PressAsync("#reply .btn-primary");
        await desk.LookAsync("answered");
        await firm.GoAsync(new Uri(firm.Page.Url).AbsolutePath);
        await firm.ExpectAsync("请办理变更。");
        await firm.LookAsync("question");

        await firm.GoAsync($"/filings/{filing.Id}");
        await firm.PressAsync("a:has-text('作出评价')");
        await firm.Page.CheckAsync("#rating [name=Grade] >> nth=0");
        await firm.LookAsync("rating");
        await firm.PressAsync("#rating .btn-primary");
        await firm.ExpectAsync("您的评价");
        await desk.GoAsync("/office/ratings");
        await desk.LookAsync("ratings");
    }

    [Fact]
    public async Task LostAccess_AskedOfTheCityWithoutScript_IsGrantedAndSignsIn()
    {
        var scene = new Scene(Site, Data);
        var filing = await scene.SubmittedAsync(Scene.Guangzhou, name: "广州市重置漫步贸易有限公司");
        var owner = await Data.OwnerOfAsync(filing);
        var asker = await chromium.WalkAsync(Site, "counter", script: false);
        var desk = await VisitAsync(await Data.OfficerAsync(Scene.Guangzhou));

        await asker.GoAsync("/resets/new");
        await asker.Page.SelectOptionAsync("[name=authority]", Scene.Guangzhou);
        foreach (
            var (control, value) in new[]
            {
                ("userName", owner.UserName!),
                ("subject", "广州市重置漫步贸易有限公司"),
                ("person", "测试人"),
                ("phone", "020-81234567"),
            }
        )
            await asker.Page.FillAsync($"[name={control}]", value);
        await asker.Page.SetInputFilesAsync(
            "#papers",
            new Microsoft.Playwright.FilePayload
            {
                Name = "执照.pdf",
                MimeType = "application/pdf",
                Buffer = FilerVisit.Pdf("营业执照"),
            }
        );
        await asker.PressAsync("#reset-form .btn-primary");
        var ticket = (await asker.Page.InnerTextAsync("[data-ticket]")).Trim();

        await desk.GoAsync("/office/resets");
        await desk.LookAsync("resets");
        await desk.PressAsync($"a:has-text('{ticket}')");
        await desk.LookAsync("reset");
        await desk.Page.CheckAsync("[name=documents][value=licence]");
        await desk.Page.FillAsync("#grant [name=note]", "电话核实");
        await desk.PressAsync("#grant .btn-primary");
        var code = (await desk.Page.InnerTextAsync("[data-code]")).Trim();
        await desk.LookAsync("reset-granted");

        await asker.GoAsync("/account/one-time-code");
        await asker.Page.FillAsync("#UserName", owner.UserName!);
        await asker.Page.FillAsync("#Code", code);
        await asker.PressAsync("main form .btn-primary");
        await asker.Page.FillAsync("#NewPassword", NewPassword);
        await asker.Page.FillAsync("#NewPasswordRepeat", NewPassword);
        await asker.PressAsync("main form .btn-primary");
        await asker.GoAsync("/account/sign-in");
        await asker.SignInAsync(owner.UserName!, NewPassword);
        await asker.GoAsync("/account");
        await asker.ExpectAsync("机关重置密码");
    }

    /// <summary>A window with script in which somebody is signed in.</summary>
    private async Task<Walker> VisitAsync(Account account)
    {
        using var client = await new Scene(Site, Data).SignInAsync(account);
        return await chromium.WalkAsync(Site, "counter", client: client);
    }
}
