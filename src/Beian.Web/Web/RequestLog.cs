namespace Beian.Web.Web;

/// <summary>One line a request: method, route template, status, time, account. Never an address of a page or a query, which may hold names and codes.</summary>
public sealed class RequestLog(RequestDelegate next, ILogger<RequestLog> logger, TimeProvider clock)
{
    public async Task InvokeAsync(HttpContext http)
    {
        var method = http.Request.Method;
        var begun = clock.GetTimestamp();
        try
        {
            await next(http);
        }
        finally
        {
            var status = http.RequestAborted.IsCancellationRequested ? StatusCodes.Status499ClientClosedRequest : http.Response.StatusCode;
            if (logger.IsEnabled(LogLevel.Information))
                logger.LogInformation(
                    "{Method} {Route} {Status} {Milliseconds} {Account}",
                    method,
                    ErrorPages.RouteOf(http),
                    status,
                    (int)clock.GetElapsedTime(begun).TotalMilliseconds,
                    http.User.FindFirst(System.Security.Claims.ClaimTypes.NameIdentifier)?.Value ?? "-"
                );
        }
    }
}
