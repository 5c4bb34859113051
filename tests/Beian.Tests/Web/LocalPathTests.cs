using Beian.Web.Web;
using Xunit;

namespace Beian.Tests.Web;

public sealed class LocalPathTests
{
    [Theory]
    [InlineData("/", true)]
    [InlineData("/filings?state=draft", true)]
    [InlineData("/register/x?name=中国", true)]
    [InlineData(null, false)]
    [InlineData("", false)]
    [InlineData("filings", false)]
    [InlineData("//evil.example", false)]
    [InlineData("/\\evil.example", false)]
    [InlineData("https://evil.example/", false)]
    [InlineData("/\t/evil.example", false)]
    [InlineData("/a\r\nSet-Cookie: x=1", false)]
    public void IsLocal_WithPath_KnowsOwnPaths(string? path, bool expected)
    {
        Assert.Equal(expected, LocalPath.IsLocal(path));
        Assert.Equal(expected ? path : "/", LocalPath.OrHome(path));
    }
}
