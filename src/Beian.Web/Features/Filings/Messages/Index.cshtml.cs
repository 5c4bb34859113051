using Beian.Web.Authorities;
using Beian.Web.Data;
using Beian.Web.Web;
using Microsoft.AspNetCore.Mvc;

namespace Beian.Web.Features.Filings.Messages;

/// <summary>邮件通知: the mails about one's own filing, each to read and to be sent again.</summary>
public sealed class IndexModel(
    AppDb db,
    Filer filer,
    Catalogue.Catalogue catalogue,
    AuthorityTree authorities,
    Deliveries deliveries,
    Texts texts
) : FilingPage(db, filer, catalogue, authorities)
{
    public IReadOnlyList<Delivery> Mails { get; private set; } = [];

    [TempData]
    public string? Message { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (await FindAsync(id, stop) is { } refusal)
            return refusal;
        Mails = await deliveries.OfAsync(id, stop);
        return Page();
    }

    /// <summary>Sends one again.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id, [FromForm(Name = "message")] Guid message, CancellationToken stop)
    {
        if (await FindAsync(id, stop) is { } refusal)
            return refusal;
        if (!await deliveries.ResendAsync(Filing, message, Filer.Begin("ResendingMessage"), stop))
            return NotFound();
        Message = texts["已重新发送，请稍后查看邮箱。", "It is being sent again; look into your mailbox in a moment."];
        return Redirect(Links.FilingMessages(id));
    }
}
