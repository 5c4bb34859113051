using System.Net;
using AngleSharp.Html.Dom;
using Xunit;

namespace Beian.Tests.Support;

/// <summary>An answer of the site as a visitor sees it.</summary>
/// <param name="Status">The status of the last answer, after redirects.</param>
/// <param name="Url">Where the visitor is now.</param>
/// <param name="Html">The text of the answer.</param>
/// <param name="Document">The same, parsed.</param>
public sealed record Page(HttpStatusCode Status, Uri Url, string Html, IHtmlDocument Document)
{
    /// <summary>What can be read, with white space collapsed.</summary>
    public string Text => Collapse(Document.Body?.TextContent ?? "");

    /// <summary>The path and query of <see cref="Url"/>.</summary>
    public string Path => Url.PathAndQuery;

    /// <summary>The text of the first element a selector finds; fails where there is none.</summary>
    public string TextOf(string selector) => Collapse(Element(selector).TextContent);

    /// <summary>The texts of all elements a selector finds.</summary>
    public IReadOnlyList<string> TextsOf(string selector) => [.. Document.QuerySelectorAll(selector).Select(e => Collapse(e.TextContent))];

    /// <summary>The first element a selector finds; fails where there is none.</summary>
    public AngleSharp.Dom.IElement Element(string selector) =>
        Document.QuerySelector(selector) ?? throw new Xunit.Sdk.XunitException($"No {selector} at {Url}:\n{Text}");

    /// <summary>The value of a form control by name; null where there is none.</summary>
    public string? ValueOf(string name) =>
        Document.GetElementsByName(name).OfType<IHtmlElement>().FirstOrDefault() switch
        {
            IHtmlInputElement { Type: "radio" } => Document
                .GetElementsByName(name)
                .OfType<IHtmlInputElement>()
                .FirstOrDefault(r => r.IsChecked)
                ?.Value,
            IHtmlInputElement input => input.Value,
            IHtmlTextAreaElement area => area.Value,
            IHtmlSelectElement select => select.Value,
            _ => null,
        };

    /// <summary>Where the link with this text leads; fails where there is none.</summary>
    public string LinkTo(string text) =>
        Document.Links.FirstOrDefault(l => Collapse(l.TextContent).Contains(text, StringComparison.Ordinal))?.GetAttribute("href")
        ?? throw new Xunit.Sdk.XunitException($"No link {text} at {Url}:\n{Text}");

    /// <summary>Fails with the page's text where the status is another.</summary>
    public Page Expect(HttpStatusCode status)
    {
        if (Status != status)
            Assert.Fail($"{(int)Status} instead of {(int)status} at {Url}:\n{Text}");
        return this;
    }

    /// <summary>Fails where it is not 200.</summary>
    public Page ExpectOk() => Expect(HttpStatusCode.OK);

    /// <summary>Fails where a text is not to be read on the page.</summary>
    public Page ExpectText(string text)
    {
        Assert.Contains(text, Text, StringComparison.Ordinal);
        return this;
    }

    private static string Collapse(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
