using Beian.Definitions.Fields;
using Beian.Web.Authorities;
using Beian.Web.Data;
using Beian.Web.Features.Filings;
using Beian.Web.Features.Filings.Papers;
using Beian.Web.Features.Office.Enterprises;
using Beian.Web.Features.Resets;
using Beian.Web.Features.Shared;
using Beian.Web.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Office.Resets;

/// <summary>One reset request: its documents beside what it says; the authority in charge gives a new way in or refuses with a reason.</summary>
[ReadsOwnForm, IgnoreAntiforgeryToken, RequestSizeLimit(FormReader.MaxRequest)]
public sealed class IndexModel(
    AppDb db,
    ResetDesk resets,
    Resetting resetting,
    AuthorityTree authorities,
    Vault vault,
    PaperForms forms,
    Texts texts
) : AskingPage
{
    public ResetRequest Asked { get; private set; } = null!;

    public ResetContent Said { get; private set; } = null!;

    public IReadOnlyList<IdentityPaper> Scans { get; private set; } = [];

    public bool MayDecide { get; private set; }

    /// <summary>The account name as asked or as corrected by the officer.</summary>
    public string UserName { get; private set; } = "";

    /// <summary>The account of that name, where this officer may give a new way into it; null otherwise.</summary>
    public Account.Account? Account { get; private set; }

    public Proof Proof { get; private set; } = new([], "");

    public PaperForm? Papers { get; private set; }

    /// <summary>Whether it was granted just now.</summary>
    public bool IsDone { get; private set; }

    /// <summary>The code to hand over, this once.</summary>
    public string? Code { get; private set; }

    public string NameOf(string authority) => authorities.FullName(authority);

    public async Task<IActionResult> OnGetAsync(Guid id, string? userName, CancellationToken stop)
    {
        if (!await FindAsync(id, userName, stop))
            return NotFound();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        if (!await FindAsync(id, null, stop))
            return NotFound();
        if (!MayDecide)
            throw new Refused(new("由办理机关处理，您只能查看。", "The authority in charge decides; you can read only."));
        if (await forms.ReadAsync(HttpContext, stop) is not { } form)
            return BadRequest();
        return form["act"] == "refuse" ? await RefuseAsync(form, stop) : await GrantAsync(form, stop);
    }

    private async Task<IActionResult> GrantAsync(PaperForm form, CancellationToken stop)
    {
        UserName = form["userName"];
        Account = await resets.FindAsync(Asked.Kind, UserName, stop);
        (Proof, var problems) = Proof.Read(form.Fields, texts, Asked.Kind);
        List<ErrorLine> errors = [.. problems, .. form.Problems];
        if (Account is null)
            errors.Insert(
                0,
                new(
                    "userName",
                    texts["没有这个账户名称，或不归本机关重置", "There is no such user name, or its password is not yours to reset"]
                )
            );
        if (errors.Count > 0)
            return Wrong(form, errors);
        var process = resets.Desk.Begin("GrantingReset");
        Code = await resetting.ResetAsync(Account!, Proof, form.Files, form["way"] == "link", process, stop);
        Asked.Grant(Account!, process);
        foreach (var paper in await db.Papers.Where(p => p.RequestId == Asked.Id).ToListAsync(stop))
            paper.BelongTo(Account!.Id);
        await db.SaveAsync(process, stop);
        IsDone = true;
        return Page();
    }

    private async Task<IActionResult> RefuseAsync(PaperForm form, CancellationToken stop)
    {
        var reason = PlainText.Line(form["reason"]);
        if (reason.Length is 0 or > 300)
            return Wrong(
                form,
                [new("reason", texts["请填写不同意的理由，最多 300 个字", "Please give a reason, in at most 300 characters"])]
            );
        var process = resets.Desk.Begin("RefusingReset");
        Asked.Refuse(reason, process);
        await db.SaveAsync(process, stop);
        return Redirect(Links.OfficeReset(Asked.Id));
    }

    private PageResult Wrong(PaperForm form, List<ErrorLine> errors)
    {
        Papers = form;
        return AskAgain(errors);
    }

    private async Task<bool> FindAsync(Guid id, string? userName, CancellationToken stop)
    {
        if (await resets.Requests().SingleOrDefaultAsync(r => r.Id == id, stop) is not { } request)
            return false;
        Response.Headers.CacheControl = "no-store";
        (Asked, Said) = (request, request.Open(vault));
        Proof = Proof with { Kind = request.Kind };
        MayDecide = resets.MayDecide(request);
        Scans = await db.Papers.AsNoTracking().Where(p => p.RequestId == id).OrderBy(p => p.Id).ToListAsync(stop);
        UserName = userName ?? Said.UserName;
        if (MayDecide && request.State == ResetState.Waiting)
            Account = await resets.FindAsync(request.Kind, UserName, stop);
        return true;
    }
}
