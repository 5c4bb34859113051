using System.Net;
using System.Text;
using Beian.Tests.Authorities;
using Beian.Tests.Support;
using Beian.Web.Authorities;
using Beian.Web.Features.Account;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Beian.Tests.Features.Office.Administration;

/// <summary>The calendar is the whole site's, so these have one of their own.</summary>
public sealed class HolidaysTests(SqliteSite site) : SiteTests<SqliteSite>(site)
{
    [Fact]
    public async Task Table_LookedAtAndConfirmed_CountsFromThenOn()
    {
        var scene = new Scene(Site, Data);
        Site.Clock.Set(new DateTimeOffset(2026, 11, 22, 2, 0, 0, TimeSpan.Zero));
        var calendar = Site.Services.GetRequiredService<WorkingDays>();
        using var ministry = await scene.OfficerAsync(Scene.Ministry, OfficerRole.Administrator);
        using var province = await scene.OfficerAsync(Scene.Guangdong, OfficerRole.Administrator);
        (await ministry.GetAsync("/office")).ExpectText("缺少 2027 年的节假日表");
        Assert.Contains("holidays-2027", (await ministry.GetAsync("/health/ready")).Html, StringComparison.Ordinal);
        Assert.Null((await province.GetAsync("/office/holidays")).ExpectOk().Document.QuerySelector("#upload"));

        var page = await ministry.GetAsync("/office/holidays");
        var missing = HolidayFileTests.Year2027.Replace("2027-10-04,holiday,国庆节", "", StringComparison.Ordinal);
        (await UploadAsync(ministry, page, missing)).Expect(HttpStatusCode.UnprocessableEntity).ExpectText("国庆节缺少 2027-10-04");
        var preview = (await UploadAsync(ministry, page, HolidayFileTests.Year2027)).ExpectOk().ExpectText("放假 19 天，调休上班 2 天");
        Assert.True(calendar.IsWorkingDay(new DateOnly(2027, 10, 1)));
        (await ministry.SubmitAsync(preview, "#confirm")).ExpectOk().ExpectText("2027 年节假日表已启用");

        Assert.False(calendar.IsWorkingDay(new DateOnly(2027, 10, 1)));
        Assert.True(calendar.IsWorkingDay(new DateOnly(2027, 10, 9)));
        Assert.False(calendar.IsWorkingDay(new DateOnly(2026, 10, 1)));
        Assert.DoesNotContain("缺少 2027", (await ministry.GetAsync("/office")).Text, StringComparison.Ordinal);
        // Entered again it is the next version, and a restart knows it.
        (await ministry.SubmitAsync(preview, "#confirm")).ExpectOk();
        Assert.Equal(
            [1, 2],
            await Site.QueryAsync(db => db.HolidayTables.OrderBy(t => t.Version).Select(t => t.Version).ToListAsync(Stop))
        );
        await Site.StopAsync();
        await Site.StartAsync();
        Assert.False(Site.Services.GetRequiredService<WorkingDays>().IsWorkingDay(new DateOnly(2027, 10, 1)));
    }

    private static Task<Page> UploadAsync(SiteClient officer, Page page, string table) =>
        officer.SubmitAsync(page, "#upload", files: [new("table", "2027.csv", Encoding.UTF8.GetBytes(table), "text/csv")]);
}
