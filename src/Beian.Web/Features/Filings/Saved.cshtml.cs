using Beian.Web.Authorities;
using Beian.Web.Data;
using Beian.Web.Web;
using Microsoft.AspNetCore.Mvc;

namespace Beian.Web.Features.Filings;

/// <summary>保存成功: the account's name and the system number, and what to do next.</summary>
public sealed class SavedModel(AppDb db, Filer filer, Catalogue.Catalogue catalogue, AuthorityTree authorities, ProgressCodes codes)
    : FilingPage(db, filer, catalogue, authorities)
{
    public string UserName { get; private set; } = "";

    /// <summary>查询码.</summary>
    public string ProgressCode => codes.Of(Filing.Id);

    /// <summary>The account's e-mail; null where it has none.</summary>
    public string? Email { get; private set; }

    /// <summary>The controls of which the save changed the typing.</summary>
    public IReadOnlyList<string> Converted { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (await FindAsync(id, stop) is { } refusal)
            return refusal;
        if (Filing.OwnerId is not { } owner)
            return Redirect(Links.FilingForm(id));
        // It names the account that the first save made: for nobody else.
        if (owner != Filer.AccountId)
            return Redirect(Links.Filing(id));
        var account = (await Db.Set<Account.Account>().FindAsync([owner], stop))!;
        (UserName, Email) = (account.UserName ?? "", account.Email);
        Converted = ConvertedFields.Named(Request, Pack);
        return Page();
    }
}
