using Beian.Web.Authorities;
using Beian.Web.Data;
using Beian.Web.Features.Shared;
using Beian.Web.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Filings;

/// <summary>好差评: five grades and words, once, after the decision.</summary>
public sealed class RatingModel(AppDb db, Filer filer, Catalogue.Catalogue catalogue, AuthorityTree authorities, Texts texts)
    : FilingPage(db, filer, catalogue, authorities)
{
    [BindProperty]
    public int? Grade { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    /// <summary>What was given already.</summary>
    public Rating? Given { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop) => await FindDecidedAsync(id, stop) ?? Page();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        if (await FindDecidedAsync(id, stop) is { } refusal)
            return refusal;
        if (Given is not null)
            return Page();
        var process = Filer.Begin("RatingFiling");
        var words = (Words ?? "").Trim();
        var errors = new List<ErrorLine>();
        if (Grade is not (>= 1 and <= 5))
            errors.Add(new("Grade-5", texts["请选择一项", "Please choose one"]));
        if (words.Length > Rating.LongestWords || words.Any(c => char.IsControl(c) && c is not ('\r' or '\n' or '\t')))
            errors.Add(new(nameof(Words), texts["意见最多 500 个字", "At most 500 characters, please"]));
        if (errors.Count > 0)
            return AskAgain(errors);
        Db.Add(new Rating(Filing, Grade!.Value, words, process));
        try
        {
            await Db.SaveAsync(process, stop);
        }
        catch (DbUpdateException) when (!stop.IsCancellationRequested)
        {
            // Pressed twice in the same moment: the first counts.
            Db.ChangeTracker.Clear();
            if (!await Db.Ratings.AnyAsync(r => r.FilingId == id, stop))
                throw;
        }
        return Redirect(Links.FilingRating(id));
    }

    /// <returns>What to answer instead of the page; null where there is something to rate.</returns>
    private async Task<IActionResult?> FindDecidedAsync(Guid id, CancellationToken stop)
    {
        if (await FindAsync(id, stop) is { } refusal)
            return refusal;
        if (Filing.State is not (FilingState.Approved or FilingState.Rejected))
            return NotFound();
        Given = await Db.Ratings.AsNoTracking().SingleOrDefaultAsync(r => r.FilingId == id, stop);
        return null;
    }
}
