using Beian.Tests.Support;
using Beian.Web.Authorities;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Beian.Tests.Features.Office.Administration;

/// <summary>Who may do what at which authority: level by level, act by act.</summary>
public sealed class ChainRightsTests(SqliteSite site) : SiteTests<SqliteSite>(site)
{
    private const string Ministry = "MOFCOM";
    private const string Province = "A440000";
    private const string PlanCity = "A440300";
    private const string City = "A440100";
    private const string District = "A440106";
    private const string OtherProvince = "A330000";
    private const string OtherCity = "A330100";

    /// <summary>Own authority, the other, then: officers, contacts, services (y or n).</summary>
    public static TheoryData<string, string, string> Rights =>
        new()
        {
            { Ministry, Ministry, "nyn" },
            { Ministry, Province, "yyy" },
            { Ministry, PlanCity, "yyy" },
            { Ministry, City, "nyy" },
            { Ministry, District, "nyy" },
            { Province, Ministry, "nnn" },
            { Province, Province, "nyn" },
            { Province, City, "yyy" },
            { Province, District, "yyy" },
            { Province, PlanCity, "nnn" }, // 计划单列市 are not under their province
            { Province, OtherProvince, "nnn" },
            { Province, OtherCity, "nnn" },
            { PlanCity, PlanCity, "nyn" },
            { PlanCity, City, "nnn" },
            { City, Province, "nnn" },
            { City, City, "nyn" },
            { City, District, "nyn" },
            { City, OtherCity, "nnn" },
            { District, City, "nnn" },
            { District, District, "nyn" },
        };

    [Theory, MemberData(nameof(Rights))]
    public void Administrator_AtAnAuthority_MayDoThisAndNoMore(string own, string other, string rights)
    {
        var tree = Site.Services.GetRequiredService<AuthorityTree>();
        Assert.Equal(
            rights,
            string.Concat(
                new[] { tree.MayManageOfficers(own, other), tree.MayEditOffice(own, other), tree.MaySwitchServices(own, other) }.Select(r =>
                    r ? 'y' : 'n'
                )
            )
        );
    }

    [Theory]
    [InlineData(Ministry, true)]
    [InlineData(Province, false)]
    [InlineData(City, false)]
    [InlineData(District, false)]
    public void Holidays_AreTheMinistrys(string own, bool may) =>
        Assert.Equal(may, Site.Services.GetRequiredService<AuthorityTree>().MayUploadHolidays(own));
}
