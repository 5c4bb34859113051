using System.Net;
using Beian.Tests.Features.Filings;
using Beian.Tests.Packs;
using Beian.Tests.Support;
using Beian.Web.Authorities;
using Beian.Web.Catalogue;
using Beian.Web.Data;
using Beian.Web.Features.Filings;
using Beian.Web.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Beian.Tests.Features.Office;

/// <summary>A site whose foreign trade pack makes 受理 a step of its own: three working days for it, then five for the decision.</summary>
public sealed class AcceptingSite : SqliteSite, IAsyncLifetime
{
    async ValueTask IAsyncLifetime.InitializeAsync()
    {
        await InitializeAsync();
        using var copy = new PackCopy();
        PackEdition.SetVersion(copy, "2.0");
        copy.Replace("lifecycle.yaml", "    decision-days: 5\n", "    acceptance-days: 3\n    decision-days: 5\n");
        var pack = PackEdition.Compile(copy);
        Assert.Empty((await InScopeAsync(s => s.GetRequiredService<Publishing>().PublishAsync(pack, default))).Refusals);
    }
}

public sealed class AcceptanceTests : SiteTests<AcceptingSite>
{
    private static readonly Dictionary<string, string?> Limited = new() { ["operatorType"] = "limited" };

    private readonly Scene _scene;
    private readonly WorkingDays _calendar;

    public AcceptanceTests(AcceptingSite site)
        : base(site)
    {
        _scene = new(site, Data);
        _calendar = site.Services.GetRequiredService<WorkingDays>();
    }

    [Fact]
    public async Task Accept_InTime_StartsTheClockAndTellsTheFiler()
    {
        var filing = await _scene.SubmittedAsync();
        var today = ChinaTime.DateAt(Data.Now);
        Assert.Equal(_calendar.Add(today, 3), filing.DueOn);
        using var officer = await _scene.OfficerAsync(Scene.Guangzhou);
        var page = (await officer.GetAsync($"/office/filings/{filing.Id}")).ExpectText("由本机关受理");
        Assert.Empty(page.Document.QuerySelectorAll("form[action$=approval], form[action$=rejection]"));

        var after = (await officer.SubmitAsync(page, "form[action$=acceptance]")).ExpectOk().ExpectText("受理，测试审核员");

        var accepted = await _scene.ReadAsync(filing.Id);
        Assert.NotNull(accepted.AcceptedAt);
        Assert.Equal(_calendar.Add(today, 5), accepted.DueOn);
        Assert.Equal(
            1,
            await Site.QueryAsync(db => db.Outbox.CountAsync(m => m.SubjectId == filing.Id && m.Template == "filing-accepted", Stop))
        );
        // Once is enough, also for a colleague with the older page.
        (await officer.SubmitAsync(page, "form[action$=acceptance]"))
            .Expect(HttpStatusCode.Conflict)
            .ExpectText("已经受理");
        (await officer.SubmitAsync(after, "form[action$=approval]", Limited)).ExpectOk().ExpectText("已审核");
    }

    [Fact]
    public async Task Accept_TooLate_CountsFromTheDayOfReceipt()
    {
        var received = Data.Now.AddDays(-20);
        var filing = await _scene.SubmittedAsync(Scene.Guangzhou, Scene.NewUscc(), "迟受理测试", received);
        using var officer = await _scene.OfficerAsync(Scene.Guangzhou);
        var page = await officer.GetAsync($"/office/filings/{filing.Id}");

        (await officer.SubmitAsync(page, "form[action$=acceptance]")).ExpectOk();

        Assert.Equal(_calendar.Add(ChinaTime.DateAt(received), 5), (await _scene.ReadAsync(filing.Id)).DueOn);
    }

    [Fact]
    public async Task Return_BeforeAcceptance_StopsTheClockAndTheNextOneStartsAnew()
    {
        var filing = await _scene.SubmittedAsync();
        using var officer = await _scene.OfficerAsync(Scene.Guangzhou);
        var page = await officer.GetAsync($"/office/filings/{filing.Id}");
        await officer.SubmitAsync(page, "form[action$=acceptance]");
        page = await officer.GetAsync($"/office/filings/{filing.Id}");
        await officer.SubmitAsync(page, "#return", new Dictionary<string, string?> { ["reason"] = "材料不齐" });
        Assert.Equal((null, 1), ((await _scene.ReadAsync(filing.Id)).AcceptedAt, (await _scene.ReadAsync(filing.Id)).Returns));

        await _scene.ResubmitAsync(filing.Id, "phone", "020-81234569");

        var back = await _scene.ReadAsync(filing.Id);
        Assert.Equal((null, _calendar.Add(ChinaTime.DateAt(Data.Now), 3)), (back.AcceptedAt, back.DueOn!.Value));
        using var filer = new FilerVisit(Site);
        await filer.SignInAsync(filing.OwnerId!.Value);
        (await filer.Client.GetAsync($"/filings/{filing.Id}")).ExpectOk().ExpectText("等待 广州市商务局 受理");
    }

    [Fact]
    public async Task Approve_BeforeAcceptance_IsRefused()
    {
        var filing = await _scene.SubmittedAsync();
        using var officer = await _scene.OfficerAsync(Scene.Guangzhou);
        var page = await officer.GetAsync($"/office/filings/{filing.Id}");
        using var body = new FormUrlEncodedContent(
            new Dictionary<string, string>
            {
                ["__RequestVerificationToken"] = page.ValueOf("__RequestVerificationToken")!,
                ["revision"] = "1",
                ["operatorType"] = "limited",
            }
        );
        using var answer = await officer.Http.PostAsync(new Uri($"/office/filings/{filing.Id}/approval", UriKind.Relative), body, Stop);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal(FilingState.Submitted, (await _scene.ReadAsync(filing.Id)).State);
    }
}
