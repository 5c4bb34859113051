using Beian.Definitions;

namespace Beian.Web.Web;

/// <summary>
/// The texts of this request in the reader's language, both written where they are used: <c>T["保存", "Save"]</c>.
/// Only the cookie chooses; a browser's Accept-Language says little about a shared office computer.
/// </summary>
public sealed class Texts(IHttpContextAccessor http)
{
    public const string Cookie = "lang";

    /// <summary>Says whether letters are shown large.</summary>
    public const string LettersCookie = "letters";

    public Language Language { get; } = http.HttpContext is { } context ? LanguageOf(context.Request) : Language.Zh;

    /// <summary>大字版.</summary>
    public bool IsLarge { get; } = http.HttpContext is { } asked && IsLargeIn(asked.Request);

    /// <summary>For the lang attribute of html.</summary>
    public string HtmlLang => Language == Language.En ? "en" : "zh-CN";

    public string this[string zh, string en] => Language == Language.En ? en : zh;

    public static Language LanguageOf(HttpRequest request) => request.Cookies[Cookie] == "en" ? Language.En : Language.Zh;

    public static bool IsLargeIn(HttpRequest request) => request.Cookies[LettersCookie] == "large";

    public string this[LocalizedText text] => text.In(Language);
}
