using Beian.Definitions.Packs;
using Beian.Web.Authorities;
using Beian.Web.Data;
using Beian.Web.Features.Shared;
using Beian.Web.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Office.Authorities;

/// <summary>What filers are told of an office, changed by itself or one above it; which services it takes filings of, by those above it.</summary>
public sealed class IndexModel(AppDb db, Desk desk, Offices offices, Catalogue.Catalogue catalogue, Texts texts) : AskingPage
{
    private const int LongestLine = 100;
    private const int LongestNotice = 500;

    [BindProperty(Name = "phone")]
    public string? Phone { get; set; }

    [BindProperty(Name = "address")]
    public string? Address { get; set; }

    [BindProperty(Name = "hours")]
    public string? Hours { get; set; }

    [BindProperty(Name = "notice")]
    public string? Notice { get; set; }

    public Authority Authority { get; private set; } = null!;

    [TempData]
    public string? Message { get; set; }

    /// <summary>The services it could take filings of, each with whether it does.</summary>
    public IReadOnlyList<Pack> Services { get; private set; } = [];

    public bool MaySwitch => offices.Tree.MaySwitchServices(desk.Officer.AuthorityId, Authority.Id);

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken stop)
    {
        if (!await FindAsync(id, stop))
            return NotFound();
        (Phone, Address, Hours, Notice) = (Authority.Phone, Authority.Address, Authority.Hours, Authority.Notice);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string id, CancellationToken stop)
    {
        if (!await FindAsync(id, stop))
            return NotFound();
        var typed = new[] { ("phone", Phone), ("address", Address), ("hours", Hours), ("notice", Notice) };
        List<ErrorLine> errors =
        [
            .. typed
                .Select(t => (Control: t.Item1, Most: t.Item1 == "notice" ? LongestNotice : LongestLine, Length: t.Item2?.Length ?? 0))
                .Where(t => t.Length > t.Most)
                .Select(t => new ErrorLine(t.Control, texts[$"最多 {t.Most} 字", $"{t.Most} characters at most"])),
        ];
        if (errors.Count > 0)
            return AskAgain(errors);
        var process = desk.Begin("EditingAuthority");
        Authority.Edit(Text(Phone), Text(Address), Text(Hours), Text(Notice), process);
        return await SaveAsync(process, stop);
    }

    public async Task<IActionResult> OnPostServicesAsync(string id, string[] open, CancellationToken stop)
    {
        if (!await FindAsync(id, stop) || !MaySwitch)
            return NotFound();
        var process = desk.Begin("SwitchingServices");
        var shown = Services.Select(p => p.Code).ToList();
        var others = Authority.ClosedServices.Split(' ', StringSplitOptions.RemoveEmptyEntries).Except(shown);
        Authority.Close(others.Concat(shown.Except(open)), process);
        return await SaveAsync(process, stop);
    }

    private async Task<bool> FindAsync(string id, CancellationToken stop)
    {
        if (offices.Tree.Find(id) is null || !offices.Tree.MayEditOffice(desk.Officer.AuthorityId, id))
            return false;
        Authority = await db.Authorities.SingleAsync(a => a.Id == id, stop);
        Services =
        [
            .. catalogue
                .Packs.Where(p =>
                    p.Service.Routes.Any(r => r.Levels.Count == 0 ? Authority.CodePrefix.Length > 0 : r.Levels.Contains(Authority.Level))
                )
                .OrderBy(p => p.Code, StringComparer.Ordinal),
        ];
        return true;
    }

    private async Task<IActionResult> SaveAsync(Process process, CancellationToken stop)
    {
        await db.SaveAsync(process, stop);
        offices.Refresh();
        Message = texts["已保存，所有页面即时更新", "Saved; all pages show it from now on"];
        return Redirect(Links.OfficeAuthority(Authority.Id));
    }

    private static string? Text(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();
}
