using Beian.Tests.Support;
using Beian.Web.Web;
using Xunit;

namespace Beian.Tests.Features.Home;

public sealed class DemoPortalTests(DemoPortalTests.DemoSite site) : SiteTests<DemoPortalTests.DemoSite>(site)
{
    [Fact]
    public async Task Get_InDemoMode_OffersTheDemoSignIns()
    {
        using var client = Site.NewClient();

        var page = (await client.GetAsync("/")).ExpectOk();

        Assert.Equal(DemoSignIn.All.Select(d => d.Label.Zh), page.TextsOf(".demo button"));
    }

    public sealed class DemoSite : SqliteSite
    {
        public DemoSite() => Settings["Demo"] = "true";
    }
}
