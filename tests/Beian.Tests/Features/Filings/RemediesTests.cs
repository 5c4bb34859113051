using Beian.Web.Authorities;
using Beian.Web.Features.Filings;
using Xunit;

namespace Beian.Tests.Features.Filings;

public sealed class RemediesTests
{
    private static readonly Authority Ministry = new("M", null, 0, "商务部", "100000", "ministry", "");
    private static readonly Authority City = new("C", Ministry, 2, "广州市商务局", "440100", "prefecture", "4401");

    [Fact]
    public void Against_ALocalAuthority_NamesItsGovernmentAndBothLimits()
    {
        var notice = Remedies.Against(City);
        foreach (var said in new[] { "六十日内", "向广州市商务局的本级人民政府申请行政复议", "六个月内", "人民法院" })
            Assert.Contains(said, notice.Zh, StringComparison.Ordinal);
        Assert.Contains("sixty days", notice.En, StringComparison.Ordinal);
        Assert.Contains("six months", notice.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Against_TheMinistry_NamesTheMinistryItself() =>
        Assert.Contains("向商务部申请行政复议", Remedies.Against(Ministry).Zh, StringComparison.Ordinal);
}
