using Beian.Definitions.Packs;
using Beian.Web.Features.Shared;
using Beian.Web.Web;

namespace Beian.Web.Features.Services;

/// <summary>The left navigation of a service, as in the manual.</summary>
public static class ServiceNav
{
    public const string Home = "home";
    public const string Start = "start";
    public const string Print = "print";
    public const string Blank = "blank";
    public const string Laws = "laws";
    public const string Register = "register";

    public static SideNav For(Pack pack, Texts texts, bool signedIn, string current)
    {
        var home = $"/services/{pack.Code}";
        return new SideNav(
            texts[pack.Service.Title],
            [
                new(texts["备案登记", "File"], pack.Service.OpenForNew ? $"{home}/start" : null, current == Start),
                new(texts["打印登记表", "Print the sheet"], pack.Sheets.Count > 0 ? Links.Print(pack.Code) : null, current == Print),
                new(texts["法律法规", "Laws"], $"{home}/laws", current == Laws),
                new(texts[pack.Register.Title], $"/register/{pack.Code}", current == Register),
                new(texts["空白表下载", "Blank sheet"], pack.Sheets.Count > 0 ? Links.Blank(pack.Code) : null, current == Blank),
                new(texts["应用首页", "Service home"], home, current == Home),
            ],
            signedIn
                ? new(texts["我的事项", "My filings"], "/filings")
                : new(texts["登录应用", "Sign in"], "/account/sign-in?returnUrl=%2Ffilings")
        );
    }
}
