using Beian.Web.Data;
using Beian.Web.Features.Account;
using Beian.Web.Features.Filings;
using Beian.Web.Features.Filings.Papers;
using Beian.Web.Features.Office.Enterprises;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Office.Papers;

/// <summary>A scan of a document, for the officers in whose jurisdiction the enterprise is, or who look after the officer. Whoever looks at it is recorded.</summary>
public sealed class IndexModel(
    AppDb db,
    EnterpriseDesk enterprises,
    Administration.Officers officers,
    Resets.ResetDesk resets,
    Visitor visitor,
    FileStore files
) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        var paper = await db.Papers.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, stop);
        if (paper is null || !await MaySeeAsync(paper, stop))
            return NotFound();
        var process = enterprises.Desk.Begin("LookingAtPaper");
        process.Record(
            "PaperSeen",
            paper.AccountId is null ? "reset" : "account",
            paper.AccountId ?? paper.RequestId ?? Guid.Empty,
            new { paper = id, paper.Sha256 }
        );
        await db.SaveAsync(process, stop);
        Response.Headers.CacheControl = "no-cache, no-store";
        Response.ContentType = paper.MediaType;
        Response.ContentLength = paper.Length;
        Response.Headers.ContentDisposition = new Microsoft.Net.Http.Headers.ContentDispositionHeaderValue("inline")
        {
            FileNameStar = paper.FileName,
        }.ToString();
        await files.ReadAsync(paper.Sha256, Response.Body, stop);
        return new EmptyResult();
    }

    private async Task<bool> MaySeeAsync(IdentityPaper paper, CancellationToken stop) =>
        (
            paper.AccountId is { } account
            && (
                await enterprises.Accounts().AnyAsync(a => a.Id == account, stop)
                || (visitor.IsAdministrator && await officers.FindAsync(account, stop) is not null)
            )
        ) || (paper.RequestId is { } request && await resets.Requests().AnyAsync(r => r.Id == request, stop));
}
