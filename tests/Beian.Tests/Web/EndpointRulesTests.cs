using Beian.Tests.Support;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Beian.Tests.Web;

public sealed class EndpointRulesTests(SqliteSite site) : SiteTests<SqliteSite>(site)
{
    [Fact]
    public void EveryEndpoint_HasARuleOrIsOpenToAllOnPurpose()
    {
        var endpoints = Site.Services.GetRequiredService<EndpointDataSource>().Endpoints;
        Assert.Contains(endpoints, e => e is RouteEndpoint { RoutePattern.RawText: "account/sign-in" or "/account/sign-in" });
        var without = endpoints
            .Where(e => e.Metadata.GetMetadata<IAllowAnonymous>() is null && e.Metadata.GetMetadata<IAuthorizeData>() is null)
            .Select(e => (e as RouteEndpoint)?.RoutePattern.RawText ?? e.DisplayName);
        Assert.Empty(without);
    }
}
