using Beian.Definitions.Packs;
using Beian.Web.Authorities;
using Beian.Web.Features.Register.Search;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Beian.Web.Features.Register;

/// <summary>经营者信息查询: who is registered, by code or by any part of the name.</summary>
[AllowAnonymous]
[EnableRateLimiting("search")]
public sealed class IndexModel(Catalogue.Catalogue catalogue, RegisterSearch search, AuthorityTree authorities) : PageModel
{
    public Pack Pack { get; private set; } = null!;

    /// <summary>As typed.</summary>
    public string Name { get; private set; } = "";

    public string Code { get; private set; } = "";

    /// <summary>What cannot be understood in the boxes.</summary>
    public SearchProblem? Problem { get; private set; }

    /// <summary>Null as long as nothing was asked.</summary>
    public SearchResult? Result { get; private set; }

    /// <summary>Whether this is not the first page.</summary>
    public bool IsLater { get; private set; }

    public AuthorityTree Authorities => authorities;

    public async Task<IActionResult> OnGetAsync(string service, CancellationToken stop)
    {
        if (catalogue.Find(service) is not { } pack)
            return NotFound();

        Pack = pack;
        var asked = Request.Query;
        (Name, Code) = (asked["name"].ToString(), asked["code"].ToString());
        (var query, Problem) = SearchQuery.Parse(Name, Code, asked["before"]);
        IsLater = query.Before is not null;
        if (Problem is not null)
            Response.StatusCode = StatusCodes.Status400BadRequest;
        else if (!query.IsEmpty)
            Result = await search.FindAsync(service, query, stop);
        return Page();
    }

    /// <summary>This search, or a later page of it.</summary>
    public string LinkTo(long? before) =>
        $"/register/{Pack.Code}?code={Uri.EscapeDataString(Code)}&name={Uri.EscapeDataString(Name)}"
        + (before is { } id ? $"&before={id}" : "");
}
