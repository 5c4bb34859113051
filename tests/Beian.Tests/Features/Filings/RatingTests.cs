using System.Net;
using Beian.Tests.Features.Office;
using Beian.Tests.Support;
using Beian.Web.Features.Filings;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Beian.Tests.Features.Filings;

public abstract class RatingTests<TSite>(TSite site) : SiteTests<TSite>(site)
    where TSite : TestSite
{
    private Scene Scene => field ??= new(Site, Data);

    [Fact]
    public async Task Rate_ADecidedFiling_CountsOnceAndIsSeenByTheAuthorityAndThoseAbove()
    {
        var filing = await Scene.SubmittedAsync(Scene.Shenzhen);
        using var firm = await Scene.SignInAsync(await OwnerAsync(filing));
        (await firm.GetAsync($"/filings/{filing.Id}/rating")).Expect(HttpStatusCode.NotFound); // nothing is decided yet
        using var officer = await Scene.OfficerAsync(Scene.Shenzhen);
        var open = await officer.GetAsync($"/office/filings/{filing.Id}");
        (await officer.SubmitAsync(open, "form[action$=approval]", [new("operatorType", "limited")])).ExpectOk();

        var page = await firm.GetAsync((await firm.GetAsync($"/filings/{filing.Id}")).LinkTo("作出评价"));
        (await firm.SubmitAsync(page, "#rating", [new("Words", "快")])).Expect(HttpStatusCode.UnprocessableEntity).ExpectText("请选择一项");
        var rated = await firm.SubmitAsync(page, "#rating", [new("Grade", "4"), new("Words", "很快，谢谢。")]);
        await firm.SubmitAsync(page, "#rating", [new("Grade", "1")]);

        Assert.StartsWith("您的评价：满意", rated.ExpectOk().TextOf("[data-rating]"), StringComparison.Ordinal);
        Assert.Equal(4, await Site.QueryAsync(db => db.Ratings.Where(r => r.FilingId == filing.Id).Select(r => r.Grade).SingleAsync(Stop)));
        using var ministry = await Scene.OfficerAsync(Scene.Ministry);
        foreach (var client in new[] { officer, ministry })
        {
            var seen = (await client.GetAsync("/office/ratings")).ExpectOk().ExpectText("很快，谢谢。");
            Assert.Equal(["全部", "对外贸易经营者备案登记"], seen.TextsOf("[data-counts] th[scope=row]"));
            Assert.Equal(
                ["0", "1", "0", "0", "0", "1", "100.0 %"],
                seen.TextsOf("[data-counts] tbody tr:first-child td").Select(t => t.Replace("100.0%", "100.0 %", StringComparison.Ordinal))
            );
        }
        using var elsewhere = await Scene.OfficerAsync(Scene.Hangzhou);
        (await elsewhere.GetAsync("/office/ratings")).ExpectOk().ExpectText("还没有评价");
        using var other = await Scene.SignInAsync(await Data.EnterpriseAsync());
        (await other.GetAsync($"/filings/{filing.Id}/rating")).Expect(HttpStatusCode.NotFound);
    }

    private Task<Beian.Web.Features.Account.Account> OwnerAsync(Filing filing) =>
        Site.QueryAsync(db => db.Set<Beian.Web.Features.Account.Account>().SingleAsync(a => a.Id == filing.OwnerId, Stop));
}

public sealed class RatingsOnSqliteTests(SqliteSite site) : RatingTests<SqliteSite>(site);

public sealed class RatingsOnPostgresTests(PostgresSite site) : RatingTests<PostgresSite>(site);
