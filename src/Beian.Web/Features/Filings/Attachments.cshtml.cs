using Beian.Definitions.Answers;
using Beian.Web.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Beian.Web.Features.Filings;

/// <summary>The files of a filing by themselves: to add, replace and take away without the form.</summary>
[AllowAnonymous, ReadsOwnForm, IgnoreAntiforgeryToken, RequestSizeLimit(FormReader.MaxRequest)]
public sealed class AttachmentsModel(FormServices services) : FormPage(services)
{
    public IReadOnlyList<Problem> Problems { get; private set; } = [];

    /// <summary>What the last thing done came to: saved, sent; null: nothing was done.</summary>
    public string? Done { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, string? done, CancellationToken stop)
    {
        if (await FindAsync(id, stop) is not { } filing)
            return await NotSeenAsync(id, Links.FilingAttachments(id), stop);
        if (!filing.IsEditable || !Services.Filer.MayFile)
            return Redirect(Links.Filing(id));
        Done = done is "saved" or "sent" ? done : null;
        View = await ViewAsync(filing, Services.Catalogue.PackOf(filing), null, filing.Version, null, null, [], stop, saysWrong: false);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        if (await FindAsync(id, stop) is not { } filing)
            return Services.Filer.IsSignedIn ? NotFound() : Challenge();
        var pack = Services.Catalogue.PackOf(filing);
        var (form, refusal) = await ReadAsync(pack, stop);
        if (form is null)
            return refusal!;
        if (!filing.IsEditable)
            return Redirect(Links.Filing(id));
        if (!await Services.Antiforgery.IsRequestValidAsync(HttpContext))
            return BadRequest();
        var answers = SealedAnswers.Open(filing.Answers, filing.PersonalAnswers, filing.SubjectKey, Services.Vault);
        var entry = EntryOf(pack, form, answers, withAccount: false);
        Problems = form.FileProblems;
        var sent = false;
        if (entry.Files.Count > 0 || entry.Removed is not null || entry.SheetCode.Length > 0)
        {
            var saved = await Services.Saving.UpdateAsync(filing, entry with { Submit = false }, stop);
            Problems = [.. Problems, .. saved.FileProblems];
            sent = saved.Submitted is not null;
        }
        if (Problems.Count == 0)
            return Redirect(Links.FilingAttachments(id) + (sent ? "?done=sent" : "?done=saved"));
        View = await ViewAsync(filing, pack, null, filing.Version, null, form, Problems, stop, saysWrong: false);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}
