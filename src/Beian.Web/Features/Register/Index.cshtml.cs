using System.Buffers;
using System.Text;
using Beian.Definitions.Packs;
using Beian.Web.Authorities;
using Beian.Web.Features.Register.Search;
using Beian.Web.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Beian.Web.Features.Register;

/// <summary>
/// 经营者信息查询: who is registered, by code or by any part of the name. Visitors without a session get the same page from
/// <see cref="SearchShell"/>, which takes from here only what stands around the search.
/// </summary>
[AllowAnonymous]
[EnableRateLimiting(RateLimits.Search)]
[SearchShell.Applies]
public sealed class IndexModel(Catalogue.Catalogue catalogue, RegisterSearch register, AuthorityTree authorities, Texts texts) : PageModel
{
    public Pack Pack { get; private set; } = null!;

    public IHtmlContent Search { get; private set; } = HtmlString.Empty;

    public async Task<IActionResult> OnGetAsync(string service, CancellationToken stop)
    {
        if (catalogue.FindPublic(service) is not { } pack)
            return NotFound();

        Pack = pack;
        if (SearchShell.IsWanted(HttpContext))
        {
            Search = new HtmlString(SearchShell.Gap);
            return Page();
        }
        var page = await SearchPage.FindAsync(pack, Request.Query, register, stop);
        Response.StatusCode = page.Status;
        var bytes = new ArrayBufferWriter<byte>(16_384);
        page.Write(new HtmlBytes(bytes), authorities, texts.Language);
        Search = new HtmlString(Encoding.UTF8.GetString(bytes.WrittenSpan));
        return Page();
    }
}
