using Beian.Definitions.Packs;
using Beian.Web.Data;
using Beian.Web.Jobs;
using Beian.Web.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Office.Ledger;

/// <summary>Asks for a spreadsheet of a ledger; a job writes it.</summary>
public sealed class ExportModel(AppDb db, Desk desk, Catalogue.Catalogue catalogue, Portal portal, Texts texts) : PageModel
{
    private const int MostAtOnce = 3;

    public IActionResult OnGet() => Redirect(Links.OfficeLedger);

    public async Task<IActionResult> OnPostAsync(string? query, string? format, CancellationToken stop)
    {
        // Read and written again: only what is a filter reaches the job and the trail.
        var typed = query is { Length: < 2000 } ? query : "";
        var filter = new LedgerFilter(
            new QueryCollection(QueryHelpers.ParseQuery(typed)),
            desk.Jurisdiction,
            LedgerPage.PacksIn(portal, catalogue),
            texts
        );
        var me = desk.Officer.AccountId;
        if (
            await db.Jobs.CountAsync(j => j.AccountId == me && (j.State == JobState.Waiting || j.State == JobState.Running), stop)
            >= MostAtOnce
        )
            throw new Refused(
                new(
                    $"您已有 {MostAtOnce} 份导出正在排队或进行，请等其中一份完成。",
                    $"You have {MostAtOnce} exports under way; please wait until one of them is done."
                )
            );
        var process = desk.Begin("ExportingLedger");
        var order = new LedgerExportOrder(
            filter.Query("").Value!,
            format == "csv" ? "csv" : "xlsx",
            desk.Officer.AuthorityId,
            texts.Language
        );
        var job = new Job(LedgerExport.KindName, order, process);
        db.Add(job);
        process.Record("LedgerExportRequested", "job", job.Id, new { filter = order.Query, format = order.Format });
        await db.SaveAsync(process, stop);
        return Redirect(Links.OfficeExport(job.Id));
    }
}
