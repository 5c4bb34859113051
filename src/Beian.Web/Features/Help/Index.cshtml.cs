using Beian.Web.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Beian.Web.Features.Help;

/// <summary>操作指南: the chapters; or, asked from a page (<c>?at=/filings</c>), straight to the chapter for it.</summary>
public sealed class IndexModel : PageModel
{
    public IActionResult OnGet(string? at) =>
        at is { Length: > 0 and <= 2000 } && Chapter.ForPage(at) is { } chapter ? Redirect(Links.Guide(chapter.Code)) : Page();
}
