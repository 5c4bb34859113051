using Beian.Definitions.Packs;
using Beian.Web.Web;

namespace Beian.Web.Features.Shared;

/// <summary>The left navigation of a service, on every one of its pages, with 【登录应用】 on top.</summary>
public static class ServiceNav
{
    public const string Home = "home";
    public const string Start = "start";
    public const string Print = "print";
    public const string Blank = "blank";
    public const string Laws = "laws";
    public const string Register = "register";
    public const string Contacts = "authorities";

    public static SideNav For(Pack pack, Texts texts, bool signedIn, string current) =>
        new(
            texts[pack.Service.Title],
            pack.Service.IsProfile ? [] : [.. Pages(pack, texts, current)],
            signedIn ? new(texts["我的事项", "My filings"], Links.Filings) : new(texts["登录应用", "Sign in"], Links.SignIn(Links.Filings))
        );

    /// <summary>The pages of a service. A profile has none: it belongs to an application.</summary>
    private static IEnumerable<SideNavEntry> Pages(Pack pack, Texts texts, string current) =>
        [
            new(texts["备案登记", "File"], pack.Service.OpenForNew ? Links.Start(pack.Code) : null, current == Start),
            .. Printed(pack, new SideNavEntry(texts[pack.Service.PrintSheet], Links.Print(pack.Code), current == Print)),
            new(texts["法律法规", "Laws"], Links.Laws(pack.Code), current == Laws),
            new(texts["应用首页", "Service home"], Links.Service(pack.Code), current == Home),
            new(texts[pack.Register.Title], Links.Register(pack.Code), current == Register),
            .. Printed(pack, new SideNavEntry(texts["空白表下载", "Blank form"], Links.Blank(pack.Code), current == Blank)),
            new(texts["备案登记机关", "Filing authorities"], Links.Authorities(pack.Code), current == Contacts),
        ];

    /// <summary>What leads to printing, where something is printed.</summary>
    private static IEnumerable<SideNavEntry> Printed(Pack pack, SideNavEntry entry) => pack.Sheets.Count > 0 ? [entry] : [];
}
