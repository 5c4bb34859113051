using Beian.Definitions.Packs;
using Beian.Web.Authorities;
using Beian.Web.Data;
using Beian.Web.Features.Filings.Kinds;
using Beian.Web.Web;
using Microsoft.AspNetCore.Mvc;

namespace Beian.Web.Features.Filings;

/// <summary>变更, and by its code every other kind that begins with what is registered: says what it is for, and starts it.</summary>
public sealed class ChangeModel(
    AppDb db,
    Filer filer,
    Catalogue.Catalogue catalogue,
    AuthorityTree authorities,
    FindFilingStandings findStandings,
    KindStart start
) : FilingPage(db, filer, catalogue, authorities)
{
    private readonly Catalogue.Catalogue _catalogue = catalogue;

    public FilingKind Kind { get; private set; } = null!;

    /// <summary>The pack in force, which the new filing is made with.</summary>
    public Pack Current { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, string? kind, CancellationToken stop)
    {
        if (await FindKindAsync(id, kind, stop) is { } refusal)
            return refusal;
        var standing = (await FilingStanding.ReadAsync(Db, findStandings, [id], stop)).GetValueOrDefault(id);
        if (standing?.Open is { } open)
            return Redirect(Links.Filing(open.Id));
        return standing is { MayStart: true } && Filer.MayFile ? Page() : Redirect(Links.Filing(id));
    }

    public async Task<IActionResult> OnPostAsync(Guid id, string? kind, CancellationToken stop)
    {
        if (await FindKindAsync(id, kind, stop) is { } refusal)
            return refusal;
        return await start.StartAsync(Filing, Kind.Code, stop) is var (filing, isNew)
            ? Redirect($"{Links.FilingForm(filing)}?done={(isNew ? "started" : "open")}")
            : NotFound();
    }

    private async Task<IActionResult?> FindKindAsync(Guid id, string? kind, CancellationToken stop)
    {
        if (await FindAsync(id, stop) is { } refusal)
            return refusal;
        Current = _catalogue[Filing.Service];
        if ((kind is null ? Current.Lifecycle.Change : KindStart.Kind(Current, kind)) is not { } found)
            return NotFound();
        Kind = found;
        return null;
    }
}
