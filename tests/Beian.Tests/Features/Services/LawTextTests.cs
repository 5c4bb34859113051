using System.Text.Encodings.Web;
using Beian.Web.Features.Services;
using Xunit;

namespace Beian.Tests.Features.Services;

public sealed class LawTextTests
{
    [Fact]
    public void Render_HtmlInTheText_IsShownNotObeyed()
    {
        using var writer = new StringWriter();

        LawText.Render("**第一条** <script>alert(1)</script>").WriteTo(writer, HtmlEncoder.Default);

        Assert.Contains("<strong>第一条</strong>", writer.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", writer.ToString(), StringComparison.Ordinal);
    }
}
