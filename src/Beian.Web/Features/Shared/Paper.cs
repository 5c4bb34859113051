using System.Globalization;
using Beian.Definitions;
using Beian.Definitions.Sheets.Drawing;
using Beian.Definitions.Sheets.Layout;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Beian.Web.Features.Shared;

/// <summary>A page of a sheet on the screen, drawn as it is printed.</summary>
/// <param name="Page">The page.</param>
/// <param name="Name">What it is called (正面).</param>
/// <param name="Language">The language it is printed in.</param>
/// <param name="Width">The width of its texts, so that a browser with other fonts keeps them in their cells.</param>
public sealed record Paper(DrawnPage Page, string Name, Language Language, TextWidth Width)
{
    /// <summary>For the lang attribute.</summary>
    public string HtmlLang => Language == Language.En ? "en" : "zh-CN";

    /// <summary>The drawing's coordinates: millimetres.</summary>
    public string ViewBox => $"0 0 {Number(Page.Width)} {Number(Page.Height)}";

    /// <summary>A line of text, as wide as it is on paper. Razor keeps the element's name for itself, so it is made here.</summary>
    public TagBuilder Write(TextMark text)
    {
        var tag = new TagBuilder("text");
        tag.Attributes["x"] = Number(text.X);
        tag.Attributes["y"] = Number(text.Baseline);
        tag.Attributes["font-size"] = Number(text.Size * 25.4 / 72);
        if (text.Bold)
            tag.Attributes["font-weight"] = "700";
        tag.Attributes["textLength"] = Number(Width(text.Text, text.Size, text.Bold));
        tag.Attributes["lengthAdjust"] = "spacingAndGlyphs";
        tag.InnerHtml.Append(text.Text);
        return tag;
    }

    /// <summary>The dark modules of a QR code as one path.</summary>
    public static string PathOf(QrMark qr)
    {
        var pattern = QrPattern.Of(qr.Text);
        var module = qr.Side / pattern.Size;
        return string.Concat(
            pattern.Bars.Select(b =>
                $"M{Number(qr.X + b.X * module)} {Number(qr.Y + b.Y * module)}h{Number(b.Length * module)}v{Number(module)}h-{Number(b.Length * module)}z"
            )
        );
    }

    /// <summary>A grey as a colour.</summary>
    public static string Colour(double? grey) =>
        grey is { } value
            ? string.Create(CultureInfo.InvariantCulture, $"#{(int)(value * 255):X2}{(int)(value * 255):X2}{(int)(value * 255):X2}")
            : "none";

    /// <summary>A length as markup has it.</summary>
    public static string Number(double number) => number.ToString("0.###", CultureInfo.InvariantCulture);
}
