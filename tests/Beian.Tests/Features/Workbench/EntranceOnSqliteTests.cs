using System.Net;
using Beian.Definitions.Packs;
using Beian.Tests.Features.Filings;
using Beian.Tests.Features.Filings.Kinds;
using Beian.Tests.Features.Office;
using Beian.Tests.Packs;
using Beian.Tests.Support;
using Beian.Web.Catalogue;
using Beian.Web.Features.Filings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Beian.Tests.Features.Workbench;

public sealed class EntranceOnSqliteTests(SqliteSite site) : EntranceTests<SqliteSite>(site)
{
    [Fact]
    public async Task File_WhatWaitsForTheProfile_IsKeptAndNotSent()
    {
        await PublishGatedAsync();
        var (visit, _) = await AddedAsync();
        using var __ = visit;
        const string New = "/filings/new?service=ecommerce-enterprise&route=online";

        var gate = (await visit.Client.GetAsync(New)).Expect(HttpStatusCode.Conflict).ExpectText("用户信息确认以后才能填报");
        gate.ExpectText("还没有填写用户信息");
        var form = await Door.BeginAsync(visit.Client);
        await visit.Client.SubmitAsync(form, FilerVisit.FormSelector, Door.Answers("440111"), "submit");
        (await visit.Client.GetAsync(New)).Expect(HttpStatusCode.Conflict).ExpectText("等待广州市商务局确认");
        using var officer = await new Scene(Site, Data).OfficerAsync(Scene.Guangzhou);
        await KindScene.DecideAsync(officer, FilerVisit.IdOf(form), "approval");

        // Open now; then a change of the profile comes between filling in and sending.
        var blank = (await visit.Client.GetAsync(New)).ExpectOk();
        var home = (await visit.Client.GetAsync(Door.Home)).ExpectOk();
        var start = (await visit.Client.GetAsync(home.LinkTo("修改用户信息"))).ExpectOk();
        var change = (await visit.Client.SubmitAsync(start, "#change-form")).ExpectOk();
        await visit.Client.SubmitAsync(
            change,
            FilerVisit.FormSelector,
            new Dictionary<string, string?> { ["phone"] = "020-80000000" },
            "submit"
        );
        var kept = await visit.Client.SubmitAsync(
            blank,
            FilerVisit.FormSelector,
            EcommerceEnterpriseTests.Answers(),
            "submit",
            [FilerVisit.Licence]
        );
        kept.Expect(HttpStatusCode.UnprocessableEntity).ExpectText("用户信息经属地商务主管部门确认以后才能上报");
        var id = FilerVisit.IdOf(kept);
        Assert.Equal(FilingState.Draft, (await visit.FilingAsync(id)).State);
        await KindScene.DecideAsync(officer, FilerVisit.IdOf(change), "approval");
        (await visit.Client.SubmitAsync(await visit.OpenAsync(id), FilerVisit.FormSelector, button: "submit")).ExpectText("上报成功");
    }

    [Fact]
    public async Task Enter_AsADemonstrationBase_IsConfirmedByItsProvinceOrTheCityOfItsRank()
    {
        foreach (var (region, authority) in new[] { ("440111", Scene.Guangdong), ("440305", Scene.Shenzhen) })
        {
            var (visit, _) = await AddedAsync();
            using var __ = visit;
            var types = (await visit.Client.GetAsync(Door.Home + "/user-type")).ExpectText("示范基地相关业务");
            await visit.Client.SubmitAsync(types, "#user-types section:last-child form");
            var step = (await visit.Client.GetAsync(Door.Home + "/user")).ExpectOk().ExpectText("所属省（自治区、直辖市）、计划单列市");
            var form = (await visit.Client.SubmitAsync(step, "#user-form")).ExpectOk();
            var answers = new Dictionary<string, string?>
            {
                ["baseName"] = "样例电子商务产业园",
                ["operator"] = "样例园区运营有限公司",
                ["uscc"] = Scene.NewUscc(),
                ["head"] = "测试人",
                ["phone"] = "020-81234567",
                ["region"] = region,
            };

            (await visit.Client.SubmitAsync(form, FilerVisit.FormSelector, answers, "submit")).ExpectOk().ExpectText("注册成功");

            Assert.Equal(authority, (await visit.FilingAsync(FilerVisit.IdOf(form))).AuthorityId);
            var home = (await visit.Client.GetAsync(Door.Home)).ExpectOk();
            Assert.Equal(["示范基地 暂未开放；须先确认用户信息"], home.TextsOf(".tile"));
        }
    }

    /// <summary>A later version that waits for the profile, as a report does.</summary>
    private Task<bool> PublishGatedAsync() =>
        Site.InScopeAsync(async services =>
        {
            using var copy = ProfileCheckTests.Beside();
            copy.Replace("service.yaml", "version: \"1.0\"", "version: \"2.0\"");
            copy.Replace("service.yaml", "  service: ecommerce-profile\n", "  service: ecommerce-profile\n  confirmed: true\n");
            var publication = await services.GetRequiredService<Publishing>().PublishAsync(PackReader.Read(copy.Folder).Pack!, Stop);
            Assert.Empty(publication.Refusals);
            return true;
        });
}
