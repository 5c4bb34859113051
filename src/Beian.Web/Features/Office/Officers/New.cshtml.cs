using Beian.Web.Authorities;
using Beian.Web.Features.Account;
using Beian.Web.Features.Shared;
using Beian.Web.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Office.Officers;

/// <summary>开通用户: a new officer at an authority that is the administrator's to look after; a link or a code leads to the first password.</summary>
public sealed class NewModel(Administration.Officers officers, Texts texts) : AskingPage
{
    [BindProperty(Name = "name")]
    public string? DisplayName { get; set; }

    [BindProperty(Name = "userName")]
    public string? UserName { get; set; }

    [BindProperty(Name = "authority")]
    public string? AuthorityId { get; set; }

    [BindProperty(Name = "role")]
    public OfficerRole Role { get; set; }

    public IReadOnlyList<Authority> Manageable => officers.Manageable();

    /// <summary>Where the link goes; empty: a code is handed over.</summary>
    [BindProperty(Name = "email")]
    public string? Email { get; set; }

    /// <summary>Whether the account was made just now.</summary>
    public bool IsDone { get; private set; }

    /// <summary>The code to hand over, this once.</summary>
    public string? Code { get; private set; }

    public IActionResult OnGet() => officers.Manageable().Count > 0 ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (officers.Manageable().Count == 0)
            return NotFound();
        var (name, userName, authority, email) = (
            (DisplayName ?? "").Trim(),
            (UserName ?? "").Trim(),
            AuthorityId ?? "",
            (Email ?? "").Trim()
        );
        Response.Headers.CacheControl = "private, no-store";
        var problems = await officers.CheckAsync(name, userName, authority, email, stop);
        if (problems.Count > 0)
            return AskAgain([.. problems.Select(p => new ErrorLine(p.Control, texts[p.Text]))]);
        try
        {
            Code = await officers.CreateAsync(name, userName, authority, Role, email, stop);
            IsDone = true;
            return Page();
        }
        catch (DbUpdateException fault) when (AccountBlock.TakenIn(fault) is { } taken)
        {
            return AskAgain(new ErrorLine("userName", texts[taken.Message]));
        }
    }
}
