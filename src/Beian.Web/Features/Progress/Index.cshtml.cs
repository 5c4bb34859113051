using Beian.Definitions;
using Beian.Definitions.Packs;
using Beian.Web.Authorities;
using Beian.Web.Data;
using Beian.Web.Features.Filings;
using Beian.Web.Features.Filings.Kinds;
using Beian.Web.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Beian.Web.Features.Progress;

/// <summary>进度查询: how far a filing is, by its number and check code. It says nothing of the answers, nor whether a number exists.</summary>
[AllowAnonymous]
[EnableRateLimiting(RateLimits.SignIn)]
public sealed class IndexModel(
    AppDb db,
    Catalogue.Catalogue catalogue,
    AuthorityTree authorities,
    ProgressCodes codes,
    FindFilingStandings findStandings,
    Texts texts
) : PageModel
{
    [BindProperty]
    public string? Number { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    /// <summary>Whether the form was sent.</summary>
    public bool IsAsked { get; private set; }

    /// <summary>What was found.</summary>
    public Filing? Filing { get; private set; }

    public Pack Pack { get; private set; } = null!;

    public FilingStanding? Standing { get; private set; }

    public LocalizedText State { get; private set; } = null!;

    public Authority Authority => authorities[Filing!.AuthorityId];

    /// <summary>What happened on which day in China.</summary>
    public IEnumerable<(string Label, DateOnly Day)> Days
    {
        get
        {
            yield return (texts["最后保存", "Last saved"], ChinaTime.DateAt(Filing!.UpdatedAt));
            if (Filing.SubmittedAt is { } submitted)
                yield return (texts["上报日期", "Submitted"], ChinaTime.DateAt(submitted));
            if (Filing.DecidedAt is { } decided)
                yield return (texts["办理日期", "Decided"], ChinaTime.DateAt(decided));
        }
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        IsAsked = true;
        if (await codes.FindAsync(db, Number, Code, stop) is not { } filing)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }
        (Filing, Pack) = (filing, catalogue.PackOf(filing));
        if (filing.State == FilingState.Approved)
            Standing = (await FilingStanding.ReadAsync(db, findStandings, [filing.Id], stop)).GetValueOrDefault(filing.Id);
        State = KindWords.StateOf(filing.State, catalogue.Find(filing.Service), Pack.Lifecycle.Find(filing.Kind), Standing);
        return Page();
    }
}
