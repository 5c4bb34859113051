namespace Beian.Web.Hosting;

/// <summary>Starts what serves pages before anybody asks: half of the time of a first request is its machinery, not its data.</summary>
public static class WarmUp
{
    /// <summary>
    /// Answers one request in memory, for an address that leads nowhere: that builds the routes and runs an error page, and needs no database,
    /// which may still be on its way to this release.
    /// </summary>
    /// <returns>The status of the answer: 404 where all went well.</returns>
    public static async Task<int> WarmUpAsync(this WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var request = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        (request.Request.Method, request.Request.Path) = (HttpMethods.Get, "/-");
        (request.Request.Scheme, request.Request.Host) = ("http", new HostString("localhost"));
        await ((IApplicationBuilder)app).Build()(request);
        return request.Response.StatusCode;
    }
}
