using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Beian.Web.Features.Account;

/// <summary>Where the link in the mail leads. Opening it changes nothing: mail scanners open links too.</summary>
public sealed class EmailConfirmationModel(EmailConfirmations confirmations, Visitor visitor, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Key { get; set; }

    /// <summary>Whether the address is confirmed now; null: nobody has pressed the button yet.</summary>
    public bool? Confirmed { get; private set; }

    public IActionResult OnGet() => confirmations.IsGenuine(Id, Key) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        Confirmed = await confirmations.ConfirmAsync(Id, Key, visitor.Actor, clock.GetUtcNow().UtcDateTime, stop);
        return Page();
    }
}
