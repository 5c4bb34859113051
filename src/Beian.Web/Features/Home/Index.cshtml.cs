using Beian.Definitions.Packs;
using Beian.Web.Features.Account;
using Beian.Web.Features.Shared;
using Beian.Web.Web;
using Beian.Web.Web.Captcha;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace Beian.Web.Features.Home;

/// <summary>The portal: sign-in, the services by section with search, guides, support and notices.</summary>
public sealed class IndexModel(Portal portal, Settings settings, IOptions<Site> site, Captchas captchas, Cookies cookies, Visitor visitor)
    : PageModel
{
    private const int NoticesShown = 8;

    /// <summary>Null when somebody is signed in.</summary>
    public SignInPanel? Panel { get; private set; }

    /// <summary>The tabs: every section.</summary>
    public IReadOnlyList<PortalSection> Tabs => portal.Sections;

    /// <summary>The section that is looked at; null: 全部.</summary>
    public PortalSection? Current { get; private set; }

    public string Words { get; private set; } = "";

    /// <summary>The sections with what is found in them.</summary>
    public IReadOnlyList<(PortalSection Section, IReadOnlyList<Tile> Tiles)> Found { get; private set; } = [];

    /// <summary>The services one can file in, for contacts of authorities.</summary>
    public IEnumerable<Tile> OpenTiles => portal.Sections.SelectMany(s => s.Tiles).Where(t => t.Service is not null);

    public IReadOnlyList<Notice> Notices { get; } = [.. site.Value.Notices.OrderByDescending(n => n.Date).Take(NoticesShown)];

    /// <summary>技术支持 of the applications that have lines for enterprises.</summary>
    public IEnumerable<(Application Application, IReadOnlyList<ApplicationSupport> Lines)> Support =>
        portal.Applications.Select(a => (a, site.Value.SupportOf(a, Audience.Enterprises))).Where(s => s.Item2.Count > 0);

    public Visitor Visitor => visitor;

    public void OnGet(string? returnUrl, string? section, string? q)
    {
        Current = portal.Sections.FirstOrDefault(s => s.Code == section);
        Words = SearchWords.Tidy(q);
        Found =
        [
            .. portal
                .Sections.Where(s => Current is null || s == Current)
                .Select(s => (s, (IReadOnlyList<Tile>)[.. s.Tiles.Where(t => SearchWords.Match(Words, t.Title, t.Also))]))
                .Where(s => s.Item2.Count > 0),
        ];
        if (visitor.IsSignedIn)
            return;

        Panel = new SignInPanel(
            settings.Captcha == CaptchaPolicy.Always ? captchas.Issue(CaptchaKind.Picture) : null,
            UserName: Request.Cookies[cookies.UserName],
            Remember: Request.Cookies.ContainsKey(cookies.UserName),
            ReturnUrl: LocalPath.IsLocal(returnUrl) ? returnUrl : null,
            Demo: settings.Demo ? DemoSignIn.All : []
        );
    }

    /// <summary>The portal with another tab, the words kept.</summary>
    public string TabTo(PortalSection? section)
    {
        var query = new QueryString();
        if (section is not null)
            query = query.Add("section", section.Code);
        if (Words.Length > 0)
            query = query.Add("q", Words);
        return $"/{query}#services";
    }
}
