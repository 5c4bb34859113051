using Beian.Web.Data;
using Beian.Web.Features.Filings;
using Beian.Web.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Office.Filings;

/// <summary>A file of a case, opened in the browser; the rights are those of the case.</summary>
public sealed class AttachmentModel(AppDb db, Cases cases, FileStore files) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, Guid attachment, CancellationToken stop)
    {
        if (await cases.FindAsync(id, stop) is null)
            return NotFound();
        var file = await db.Attachments.AsNoTracking().SingleOrDefaultAsync(a => a.Id == attachment && a.FilingId == id, stop);
        // What the filer added since and has not sent is not for others yet.
        var sent = await db.Revisions.Where(r => r.FilingId == id).Select(r => r.AttachmentIds).ToListAsync(stop);
        if (file is null || !sent.Exists(ids => ids.Contains(attachment.ToString(), StringComparison.OrdinalIgnoreCase)))
            return NotFound();
        SafetyHeaders.MayBeShownBeside(Response);
        Response.Headers.CacheControl = "no-cache, no-store";
        Response.ContentType = file.MediaType;
        Response.ContentLength = file.Length;
        Response.Headers.ContentDisposition = new Microsoft.Net.Http.Headers.ContentDispositionHeaderValue("inline")
        {
            FileNameStar = file.FileName,
        }.ToString();
        await files.ReadAsync(file.Sha256, Response.Body, stop);
        return new EmptyResult();
    }
}
