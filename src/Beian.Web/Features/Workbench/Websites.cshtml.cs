using Beian.Definitions;
using Beian.Definitions.Codes;
using Beian.Web.Data;
using Beian.Web.Features.Filings;
using Beian.Web.Features.Shared;
using Beian.Web.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Workbench;

/// <summary>我的网站: the enterprise's own sites with their ICP numbers.</summary>
[ForOneEnterprise]
public sealed class WebsitesModel(AppDb db, Filer filer, Texts texts) : AskingPage
{
    private const int LongestName = 100;

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Address { get; set; }

    [BindProperty]
    public string? IcpNumber { get; set; }

    public IReadOnlyList<Website> Rows { get; private set; } = [];

    /// <summary>Whether the visitor may add and remove sites; they belong to no service.</summary>
    public bool MayChange => filer is { MayFile: true, IsWhole: true };

    private Guid EnterpriseId => filer.IsWhole ? filer.EnterpriseId!.Value : Guid.Empty;

    public Task OnGetAsync(CancellationToken stop) => ReadAsync(stop);

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        await ReadAsync(stop);
        var (name, address, icp) = (
            (Name ?? "").Trim(),
            WebAddress.Normalise(Address ?? ""),
            Definitions.Codes.IcpNumber.Normalise(IcpNumber ?? "")
        );
        List<ErrorLine> errors = [.. Check(name, address, icp).Select(p => new ErrorLine(p.Control, texts[p.Message]))];
        if (errors.Count > 0)
            return AskAgain(errors);
        var process = filer.BeginForAll("AddingWebsite");
        db.Add(new Website(EnterpriseId, name, address, icp.Length == 0 ? null : icp, process));
        await db.SaveAsync(process, stop);
        return Redirect(Links.Websites);
    }

    public async Task<IActionResult> OnPostRemovalAsync(Guid id, CancellationToken stop)
    {
        if (await db.Websites.SingleOrDefaultAsync(w => w.Id == id && w.AccountId == EnterpriseId, stop) is not { } site)
            return NotFound();
        var process = filer.BeginForAll("RemovingWebsite");
        site.Remove(process);
        db.Remove(site);
        await db.SaveAsync(process, stop);
        return Redirect(Links.Websites);
    }

    private IEnumerable<(string Control, LocalizedText Message)> Check(string name, string address, string icp)
    {
        if (Rows.Count >= Website.Most)
            yield return (nameof(Name), new($"最多登记 {Website.Most} 个网站", $"There may be {Website.Most} sites at most"));
        if (name.Length is 0 or > LongestName || name.Any(char.IsControl))
            yield return (nameof(Name), new("请填写网站名称，最多 100 个字", "Please fill in the name, at most 100 characters"));
        if (WebAddress.Check(address) is { } wrong)
            yield return (nameof(Address), wrong.Message);
        if (icp.Length > 0 && Definitions.Codes.IcpNumber.Check(icp) is { } fault)
            yield return (nameof(IcpNumber), fault.Message);
    }

    private async Task ReadAsync(CancellationToken stop) =>
        Rows = await db
            .Websites.AsNoTracking()
            .Where(w => w.AccountId == EnterpriseId)
            .OrderBy(w => w.Id)
            .Take(Website.Most)
            .ToListAsync(stop);
}
