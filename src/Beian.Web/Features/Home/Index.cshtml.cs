using Beian.Definitions.Packs;
using Beian.Web.Features.Account;
using Beian.Web.Features.Shared;
using Beian.Web.Web;
using Beian.Web.Web.Captcha;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace Beian.Web.Features.Home;

/// <summary>The portal: sign-in, the services by section, notices and help.</summary>
public sealed class IndexModel(Portal portal, Settings settings, IOptions<Site> site, Captchas captchas, Cookies cookies, Visitor visitor)
    : PageModel
{
    private const int NoticesShown = 8;

    /// <summary>Null when somebody is signed in.</summary>
    public SignInPanel? Panel { get; private set; }

    public IReadOnlyList<PortalSection> Sections { get; } = [.. portal.Sections.Where(s => s.Tiles.Count > 0)];

    public IReadOnlyList<Notice> Notices { get; } = [.. site.Value.Notices.OrderByDescending(n => n.Date).Take(NoticesShown)];

    public Visitor Visitor => visitor;

    public void OnGet(string? returnUrl)
    {
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
}
