using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Beian.Web.Features.Help;

/// <summary>A chapter of the operating guide.</summary>
public sealed class ChapterModel : PageModel
{
    public Chapter Chapter { get; private set; } = null!;

    public IActionResult OnGet(string chapter)
    {
        if (Chapter.Find(chapter) is not { } found)
            return NotFound();
        Chapter = found;
        return Page();
    }
}
