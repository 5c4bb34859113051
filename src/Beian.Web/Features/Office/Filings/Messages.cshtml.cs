using Beian.Web.Features.Filings;
using Beian.Web.Features.Filings.Messages;
using Beian.Web.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Beian.Web.Features.Office.Filings;

/// <summary>What the enterprise was told about its filing and whether it got there; the authority in charge sends it again.</summary>
public sealed class MessagesModel(CaseRoom room, Deliveries deliveries) : PageModel
{
    public Filing Filing { get; private set; } = null!;

    public IReadOnlyList<Delivery> Mails { get; private set; } = [];

    /// <summary>Whether this officer's authority is in charge of the filing.</summary>
    public bool MayResend => Filing.AuthorityId == room.Desk.Officer.AuthorityId;

    [TempData]
    public string? Message { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (await room.Cases.FindAsync(id, stop) is not { } filing)
            return NotFound();
        (Filing, Mails) = (filing, await deliveries.OfAsync(id, stop));
        return Page();
    }

    /// <summary>Sends one again.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id, [FromForm(Name = "message")] Guid message, CancellationToken stop)
    {
        if (await room.Cases.FindAsync(id, stop) is not { } filing)
            return NotFound();
        Filing = filing;
        if (!MayResend)
            throw new Refused(
                new("这份备案由其他机关负责，您只能查看。", "Another authority is in charge of this filing; you can read it only.")
            );
        if (!await deliveries.ResendAsync(filing, message, room.Desk.Begin("ResendingMessage"), stop))
            return NotFound();
        Message = room.Texts["已重新发送。", "It is being sent again."];
        return Redirect(Links.OfficeMessages(id));
    }
}
