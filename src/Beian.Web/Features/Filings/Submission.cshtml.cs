using Beian.Definitions.Answers;
using Beian.Web.Authorities;
using Beian.Web.Data;
using Beian.Web.Features.Filings.Signing;
using Beian.Web.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Filings;

/// <summary>上报: sends what is saved, and says what came of it.</summary>
public sealed class SubmissionModel(
    AppDb db,
    Filer filer,
    Catalogue.Catalogue catalogue,
    AuthorityTree authorities,
    Submitting submitting,
    NextStep next
) : FilingPage(db, filer, catalogue, authorities)
{
    public IReadOnlyList<Problem> Problems { get; private set; } = [];

    /// <summary>Where the filing stands with its signed sheet; null where none is asked for, or nothing is to be sent.</summary>
    public SheetStanding? Sheet { get; private set; }

    /// <summary>The short code of the signed sheet, as typed.</summary>
    [BindProperty(Name = SheetWords.CodeControl)]
    public string? SheetCode { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (await FindAsync(id, stop) is { } refusal)
            return refusal;
        if (!MayAct && Filing is not { State: FilingState.Submitted, HasWorkingCopy: false })
            return Redirect(Links.Filing(id));
        Sheet = await next.SheetAsync(Filing, Pack, stop);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        if (await FindAsync(id, stop) is { } refusal)
            return refusal;
        if (!MayAct)
            throw new Refused(Hindrance);
        if (Filing.OwnerId is null)
            return Redirect(Links.FilingForm(id));
        // Sent already (a double click): the same result again.
        if (!Filing.IsEditable || Filing is { State: FilingState.Submitted, HasWorkingCopy: false })
            return Redirect(Links.FilingSubmission(id));
        try
        {
            var (evaluation, revision) = await submitting.SubmitAsync(Filing, Pack, SheetCode?.Trim() ?? "", stop);
            if (revision is not null)
                return Redirect(Links.FilingSubmission(id));
            Problems = [.. evaluation.Problems.Where(p => p.Level == ProblemLevel.Hard)];
        }
        catch (DbUpdateException)
        {
            // Another request was faster (revisions are numbered, filings have versions): the page shows what holds now.
            return Redirect(Links.FilingSubmission(id));
        }
        Sheet = await next.SheetAsync(Filing, Pack, stop);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}
