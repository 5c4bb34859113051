using Beian.Web.Authorities;
using Beian.Web.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace Beian.Web.Features.Filings;

/// <summary>A file of one's own filing. Shown by the browser as what its content was sniffed to be, never as anything that runs.</summary>
public sealed class DownloadModel(AppDb db, Filer filer, Catalogue.Catalogue catalogue, AuthorityTree authorities, FileStore store)
    : FilingPage(db, filer, catalogue, authorities)
{
    public async Task<IActionResult> OnGetAsync(Guid id, Guid attachment, CancellationToken stop)
    {
        if (await FindAsync(id, stop) is { } refusal)
            return refusal;
        if (await Db.Attachments.AsNoTracking().SingleOrDefaultAsync(a => a.Id == attachment && a.FilingId == id, stop) is not { } file)
            return NotFound();
        Response.ContentType = file.MediaType;
        Response.ContentLength = file.Length;
        Response.Headers.CacheControl = "private, no-store";
        var disposition = new ContentDispositionHeaderValue("inline");
        disposition.SetHttpFileName(file.FileName);
        Response.Headers.ContentDisposition = disposition.ToString();
        Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox";
        await store.ReadAsync(file.Sha256, Response.Body, stop);
        return new EmptyResult();
    }
}
