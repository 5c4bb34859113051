using Beian.Definitions;
using Beian.Definitions.Packs;
using Beian.Web.Data;
using Beian.Web.Features.Filings;
using Beian.Web.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Workbench;

/// <summary>我的收藏: the applications and services somebody keeps at hand.</summary>
public sealed class FavouritesModel(AppDb db, Filer filer, Portal portal) : PageModel
{
    /// <summary>What is kept, in the order of the portal.</summary>
    public IReadOnlyList<FavouriteRow> Rows { get; private set; } = [];

    /// <summary>What could be.</summary>
    public IReadOnlyList<FavouriteRow> Others { get; private set; } = [];

    private Guid AccountId => filer.AccountId!.Value;

    public async Task OnGetAsync(CancellationToken stop)
    {
        var kept = (await OwnAsync(stop)).Select(f => (f.Kind, f.Code)).ToHashSet();
        var all = FavouriteRow.All(portal);
        Rows = all.FindAll(r => kept.Contains((r.Kind, r.Code)));
        Others = all.FindAll(r => !kept.Contains((r.Kind, r.Code)));
    }

    /// <summary>Keeps something or lets it go; doing so twice changes nothing.</summary>
    public async Task<IActionResult> OnPostAsync(FavouriteKind kind, string? code, bool keep, CancellationToken stop)
    {
        if (!FavouriteRow.All(portal).Exists(r => r.Kind == kind && r.Code == code))
            return NotFound();
        var own = (await OwnAsync(stop)).Find(f => f.Kind == kind && f.Code == code);
        var process = filer.BeginOwn(keep ? "KeepingFavourite" : "RemovingFavourite");
        if (keep && own is null)
            db.Add(new Favourite(AccountId, kind, code!, process.Now));
        else if (!keep && own is not null)
            db.Remove(own);
        try
        {
            await db.SaveAsync(process, stop);
        }
        catch (DbUpdateException) when (!stop.IsCancellationRequested)
        {
            // Pressed twice in the same moment: it is as the other press left it.
        }
        return Redirect(Links.Favourites);
    }

    private Task<List<Favourite>> OwnAsync(CancellationToken stop) =>
        db.Favourites.Where(f => f.AccountId == AccountId).Take(FavouriteRow.Most).ToListAsync(stop);
}

/// <summary>Something that can be kept at hand.</summary>
public sealed record FavouriteRow(FavouriteKind Kind, string Code, LocalizedText Title, string Href)
{
    /// <summary>More than applications and services there are.</summary>
    public const int Most = 1000;

    /// <summary>All that is open, in the order of the portal.</summary>
    public static List<FavouriteRow> All(Portal portal) =>
        [
            .. portal
                .Applications.Where(a => a.IsOpen)
                .Select(a => new FavouriteRow(FavouriteKind.Application, a.Code, a.Title, Links.Application(a.Code))),
            .. portal
                .Sections.SelectMany(s => s.Tiles)
                .Where(t => t.Service is not null)
                .Select(t => new FavouriteRow(FavouriteKind.Service, t.Service!, t.Title, Links.Service(t.Service!))),
        ];
}
