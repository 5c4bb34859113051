using Beian.Definitions;
using Beian.Web.Authorities;
using Beian.Web.Data;
using Beian.Web.Features.Account;
using Beian.Web.Features.Filings;
using Beian.Web.Features.Filings.Papers;
using Beian.Web.Features.Register;
using Beian.Web.Features.Register.Claims;
using Beian.Web.Features.Shared;
using Beian.Web.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Office.Enterprises;

/// <summary>开通用户 of one entry, filing or request: what was shown, and the way the enterprise gets in.</summary>
[ReadsOwnForm, IgnoreAntiforgeryToken, RequestSizeLimit(FormReader.MaxRequest)]
public sealed class OpeningModel(
    AppDb db,
    EnterpriseDesk enterprises,
    Openings openings,
    AuthorityTree authorities,
    Vault vault,
    PaperForms forms,
    Texts texts
) : AskingPage
{
    [BindProperty(SupportsGet = true)]
    public Guid? Entry { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Filing { get; set; }

    /// <summary>The request that is granted by it.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Claim { get; set; }

    public string? Email { get; private set; }

    /// <summary>link or code.</summary>
    public string? Way { get; private set; }

    /// <summary>The scans that came, in an attempt that something else was wrong with.</summary>
    public PaperForm? Papers { get; private set; }

    public OpeningTarget Target { get; private set; } = null!;

    public ClaimRequest? Asked { get; private set; }

    public ClaimContact? Contact { get; private set; }

    /// <summary>The name of the account that asks, where one does.</summary>
    public string? AskingAccount { get; private set; }

    public Proof Proof { get; private set; } = new([], "");

    public bool MayOpen { get; private set; }

    /// <summary>Why the entry is not to be opened any more, where somebody asked for it or began before; null: it is.</summary>
    public LocalizedText? Hindrance { get; private set; }

    public Opened? Opened { get; private set; }

    public string AuthorityName => authorities.FullName(Target.AuthorityId);

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (!await FindAsync(stop))
            return NotFound();
        Email = Contact?.Email;
        Way = Contact is { Email.Length: 0 } ? "code" : "link";
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!await FindAsync(stop))
            return NotFound();
        if (!MayOpen)
            throw new Refused(new("由备案登记机关开通用户，您只能查看。", "The filing authority opens the account; you can read only."));
        if (Hindrance is not null)
            throw new Refused(Hindrance);
        if (await forms.ReadAsync(HttpContext, stop) is not { } form)
            return BadRequest();
        (Proof, var problems) = Proof.Read(form.Fields, texts);
        problems = [.. problems, .. form.Problems];
        var grants = Asked?.AccountId is not null;
        (Email, Way, Papers) = (form["Email"], form["Way"], form);
        var email = Email;
        if (!grants && Way == "link" && AccountBlock.EmailProblem(email) is { } wrong)
            problems = [.. problems, new(nameof(Email), texts[wrong.Message])];
        if (problems.Count > 0)
            return AskAgain(problems);
        Opened = grants
            ? await openings.GrantAsync(Target, Asked!, Proof, form.Files, stop)
            : await openings.OpenAsync(Target, Way == "link" ? email : "", Proof, form.Files, Asked, stop);
        return Page();
    }

    private async Task<bool> FindAsync(CancellationToken stop)
    {
        if (Claim is { } id)
        {
            Asked = await enterprises.Requests().SingleOrDefaultAsync(r => r.Id == id, stop);
            if (Asked is null)
                return false;
            (Entry, Contact) = (Asked.EntryId, Asked.Open(vault));
            if (Asked.AccountId is { } account)
                AskingAccount = await db.Set<Account.Account>().Where(a => a.Id == account).Select(a => a.DisplayName).SingleAsync(stop);
        }
        if (Entry is { } entryId)
        {
            if (await FindEntryAsync(entryId, stop) is not { } entry)
                return false;
            Target = new(entry.Service, entry.CodeKey, entry.Code, entry.Name, entry.AuthorityId, entry, null);
        }
        else if (
            Filing is { } filingId
            && await enterprises.Ownerless().AsNoTracking().SingleOrDefaultAsync(f => f.Id == filingId, stop) is { } filing
        )
            Target = new(filing.Service, filing.CodeKey, filing.SubjectCode, filing.SubjectName, filing.AuthorityId, null, filing);
        else
            return false;
        MayOpen = enterprises.MayOpen(Target.AuthorityId);
        return true;
    }

    /// <summary>The entry, while nobody has it. Who looks at a request, or had begun, is told why that is over.</summary>
    private async Task<RegisterEntry?> FindEntryAsync(Guid id, CancellationToken stop)
    {
        if (await enterprises.Unopened().AsNoTracking().SingleOrDefaultAsync(e => e.PublicId == id, stop) is { } unopened)
        {
            Hindrance = Asked is { State: not ClaimRequestState.Waiting } ? ClaimRequest.IsOver : null;
            return unopened;
        }
        if (Asked is null && !HttpMethods.IsPost(Request.Method))
            return null;
        var found = await enterprises.Desk.Entries().AsNoTracking().SingleOrDefaultAsync(e => e.PublicId == id, stop);
        Hindrance = found?.State == EntryState.Valid ? Openings.Taken : Openings.Ended;
        return found;
    }
}
