using Beian.Definitions.Answers;
using Beian.Definitions.Fields;
using Beian.Definitions.Packs;
using Beian.Web.Authorities;
using Beian.Web.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Register;

/// <summary>An entry as the public sees it, under its permanent number.</summary>
[AllowAnonymous]
[EnableRateLimiting("search")]
public sealed class EntryModel(Catalogue.Catalogue catalogue, AppDb db, AuthorityTree authorities) : PageModel
{
    public Pack Pack { get; private set; } = null!;

    public RegisterEntry Entry { get; private set; } = null!;

    public AnswerSet Answers { get; private set; } = AnswerSet.Empty;

    public string AuthorityName => authorities.Find(Entry.AuthorityId) is { } authority ? authorities.FullName(authority.Id) : "";

    /// <summary>The sections of the sheet with what of them is public.</summary>
    public IEnumerable<(Section Section, IReadOnlyList<Field> Fields)> Sections =>
        Pack
            .Form.Sections.Select(s =>
                (s, (IReadOnlyList<Field>)[.. s.Fields.Select(Pack.Register.Shown).OfType<Field>().Where(f => !f.IsBlank(Answers))])
            )
            .Where(s => s.Item2.Count > 0);

    public async Task<IActionResult> OnGetAsync(string service, string entry, CancellationToken stop)
    {
        if (catalogue.Find(service) is not { } pack)
            return NotFound();
        if (
            await db.RegisterEntries.AsNoTracking().SingleOrDefaultAsync(e => e.Service == service && e.Number == entry, stop)
            is not { } found
        )
            return NotFound();

        (Pack, Entry, Answers) = (pack, found, AnswerSet.FromJson(found.PublicAnswers));
        return Page();
    }
}
