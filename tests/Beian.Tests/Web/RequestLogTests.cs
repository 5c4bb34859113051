using Beian.Web.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Beian.Tests.Web;

public sealed class RequestLogTests
{
    [Fact]
    public async Task Invoke_AddressWithNumbers_LogsTheRouteOnly()
    {
        var lines = new Lines();
        var http = new DefaultHttpContext();
        http.Request.Method = "GET";
        http.Request.Path = "/register/foreign-trade-operator/1100123456789";
        http.Request.QueryString = new("?name=张三&code=11010519491231002X");
        http.SetEndpoint(
            new RouteEndpoint(_ => Task.CompletedTask, RoutePatternFactory.Parse("/register/{service}/{entry}"), 0, null, null)
        );

        await new RequestLog(_ => Task.CompletedTask, lines, TimeProvider.System).InvokeAsync(http);

        var line = Assert.Single(lines.Written);
        Assert.Contains("GET /register/{service}/{entry} 200", line, StringComparison.Ordinal);
        Assert.DoesNotContain("1100123456789", line, StringComparison.Ordinal);
        Assert.DoesNotContain("张三", line, StringComparison.Ordinal);
        Assert.DoesNotContain("11010519491231002X", line, StringComparison.Ordinal);
    }

    private sealed class Lines : ILogger<RequestLog>
    {
        public List<string> Written { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => Written.Add(formatter(state, exception));
    }
}
