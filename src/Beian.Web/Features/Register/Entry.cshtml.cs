using Beian.Definitions.Fields;
using Beian.Definitions.Packs;
using Beian.Web.Authorities;
using Beian.Web.Data;
using Beian.Web.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Beian.Web.Features.Register;

/// <summary>An entry as the public sees it, under its permanent number: what holds, its history, and what held on any day.</summary>
[AllowAnonymous]
[EnableRateLimiting("search")]
public sealed class EntryModel(Catalogue.Catalogue catalogue, AppDb db, AuthorityTree authorities, TimeProvider clock) : PageModel
{
    public Pack Pack { get; private set; } = null!;

    public EntryHistory History { get; private set; } = null!;

    public AsOf AsOf { get; private set; } = null!;

    public DateOnly Today { get; } = clock.Today();

    /// <summary>The sections of the sheet with what of them is public.</summary>
    public IEnumerable<(Section Section, IReadOnlyList<Field> Fields)> Sections =>
        Pack
            .Form.Sections.Select(s =>
                (s, (IReadOnlyList<Field>)[.. s.Fields.Select(Pack.Register.Shown).OfType<Field>().Where(f => !f.IsBlank(History.Answers))])
            )
            .Where(s => s.Item2.Count > 0);

    public string AuthorityName(string id) => authorities.Find(id) is { } authority ? authorities.FullName(authority.Id) : "";

    public async Task<IActionResult> OnGetAsync(string service, string entry, string? on, CancellationToken stop)
    {
        if (catalogue.FindPublic(service) is not { } pack || await db.FindEntryAsync(service, entry, stop) is not { } found)
            return NotFound();
        // The number of an old sheet leads to the entry's own address.
        if (found.Number != entry)
            return Redirect(Links.Entry(service, found.Number) + Request.QueryString);
        (Pack, AsOf) = (pack, AsOf.Read(on, Today));
        History = await EntryHistory.ReadAsync(db, catalogue, found, AsOf.Day, stop);
        if (AsOf.Problem is not null)
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}
