using Beian.Web.Features.Shared;
using Beian.Web.Web;
using Beian.Web.Web.Captcha;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace Beian.Web.Features.Home;

/// <summary>The portal: sign-in, the services by section, notices and help.</summary>
[AllowAnonymous]
public sealed class IndexModel(Catalogue.Catalogue catalogue, Settings settings, IOptions<Site> site, Captchas captchas, Texts texts)
    : PageModel
{
    private const int NoticesShown = 8;

    public SignInPanel Panel { get; private set; } = null!;

    public IReadOnlyList<TileSection> Sections { get; private set; } = [];

    public IReadOnlyList<Notice> Notices { get; } = [.. site.Value.Notices.OrderByDescending(n => n.Date).Take(NoticesShown)];

    public void OnGet()
    {
        Panel = new SignInPanel(
            settings.Captcha == CaptchaPolicy.Always ? captchas.Issue(CaptchaKind.Picture) : null,
            Demo: settings.Demo ? DemoSignIn.All : []
        );
        Sections =
        [
            new(
                texts["对外贸易", "Foreign trade"],
                [.. catalogue.Packs.Select(p => new Tile(texts[p.Service.TileTitle], $"/services/{p.Code}"))]
            ),
        ];
    }
}
