using Beian.Web.Features.Account;
using Xunit;

namespace Beian.Tests.Features.Account;

public sealed class BrowserNameTests
{
    [Theory]
    [InlineData(
        "Mozilla/5.0 (Windows NT 6.1; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/109.0.0.0 Safari/537.36",
        "Chrome 109 · Windows"
    )]
    [InlineData(
        "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36 Edg/130.0.0.0",
        "Edge 130 · Windows"
    )]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0", "Firefox 128 · Linux")]
    [InlineData(
        "Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.4 Mobile/15E148 Safari/604.1",
        "Safari 17 · iPhone"
    )]
    [InlineData("Chrome/", "Chrome")]
    [InlineData("curl/8.5.0", "curl/8.5.0")]
    [InlineData("", "")]
    [InlineData("0123456789012345678901234567890123456789 and more", "0123456789012345678901234567890123456789…")]
    public void Of_WhatABrowserSends_IsWhatItsUserCallsIt(string userAgent, string expected) =>
        Assert.Equal(expected, BrowserName.Of(userAgent));
}
