using Beian.Definitions;

namespace Beian.Web.Web;

/// <summary>
/// The texts of this request in the reader's language, both written where they are used: <c>T["保存", "Save"]</c>.
/// Only the cookie chooses; a browser's Accept-Language says little about a shared office computer.
/// </summary>
public sealed class Texts(IHttpContextAccessor http)
{
    public const string Cookie = "lang";

    public Language Language { get; } = http.HttpContext is { } context ? LanguageOf(context.Request) : Language.Zh;

    /// <summary>For the lang attribute of html.</summary>
    public string HtmlLang => Language == Language.En ? "en" : "zh-CN";

    public string this[string zh, string en] => Language == Language.En ? en : zh;

    public static Language LanguageOf(HttpRequest request) => request.Cookies[Cookie] == "en" ? Language.En : Language.Zh;

    public string this[LocalizedText text] => text.In(Language);
}
