using Beian.Web.Data;
using Beian.Web.Features.Filings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace Beian.Web.Features.Office.Exports;

/// <summary>The spreadsheet, for the officer who asked for it; the audit trail keeps each download.</summary>
public sealed class FileModel(AppDb db, Desk desk, FileStore store, TimeProvider clock) : ExportPage(db, desk, clock)
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (!await FindAsync(id, stop) || Result is not { } file)
            return NotFound();
        var process = Desk.Begin("DownloadingExport");
        process.Record("LedgerExportDownloaded", "job", id, new { rows = Job.Progress, sha256 = file.Sha256 });
        await Db.SaveAsync(process, stop);
        Response.ContentType = file.MediaType;
        Response.ContentLength = file.Length;
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(file.Name);
        Response.Headers.ContentDisposition = disposition.ToString();
        await store.ReadAsync(file.Sha256, Response.Body, stop);
        return new EmptyResult();
    }
}
