using Beian.Definitions.Packs;
using Beian.Web.Authorities;
using Beian.Web.Features.Filings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Beian.Web.Features.Services;

/// <summary>联系备案登记机关: the offices that take a service's filings, found by place or name, with telephone, address and hours.</summary>
public sealed class AuthoritiesModel(Catalogue.Catalogue catalogue, AuthorityTree authorities) : PageModel
{
    public Pack Pack { get; private set; } = null!;

    public AuthorityPicker Found { get; private set; } = null!;

    public IActionResult OnGet(string service, string? q)
    {
        if (catalogue.FindListed(service) is not { } pack)
            return NotFound();
        (Pack, Found) = (pack, AuthorityPicker.Search(authorities, pack.Service, q, null));
        return Page();
    }
}
