using Beian.Definitions.Packs;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Beian.Web.Features.Account;

/// <summary>快速获取账号: filings that bring an account, and the way to a plain one.</summary>
[AllowAnonymous]
public sealed class NewModel(Portal portal) : PageModel
{
    public IReadOnlyList<Tile> Tiles => portal.Quick;
}
