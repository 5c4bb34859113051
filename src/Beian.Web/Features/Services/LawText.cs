using Markdig;
using Microsoft.AspNetCore.Html;

namespace Beian.Web.Features.Services;

/// <summary>A law's Markdown as HTML; HTML inside it is shown, not obeyed.</summary>
public static class LawText
{
    private static readonly MarkdownPipeline _pipeline = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().Build();

    public static IHtmlContent Render(string markdown) => new HtmlString(Markdown.ToHtml(markdown, _pipeline));

    /// <summary>Its words alone, on one line.</summary>
    public static string Plain(string markdown) =>
        string.Join(' ', Markdown.ToPlainText(markdown, _pipeline).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
