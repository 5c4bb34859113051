using Beian.Web.Authorities;
using Beian.Web.Data;
using Beian.Web.Features.Account.Standings;
using Beian.Web.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Filings;

/// <summary>The filer takes a filing back.</summary>
public sealed class WithdrawalModel(AppDb db, Filer filer, Catalogue.Catalogue catalogue, AuthorityTree authorities, FilingMails mails)
    : FilingPage(db, filer, catalogue, authorities)
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop) =>
        await FindAsync(id, stop) ?? (Filing.IsEditable && Filer.MayFile ? Page() : Redirect(Links.Filing(id)));

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        if (await FindAsync(id, stop) is { } refusal)
            return refusal;
        if (Filing.State == FilingState.Withdrawn)
            return Redirect(Links.Filing(id));
        var process = Filer.Begin("WithdrawingFiling");
        var known = Filing.Revision > 0;
        if (known)
        {
            var sent = await Db.Revisions.AsNoTracking().SingleAsync(r => r.FilingId == id && r.Number == Filing.Revision, stop);
            Filing.DropWorkingCopy(sent);
        }
        Filing.Withdraw(process);
        if (known && await Db.FindCorrespondentAsync(Filing.OwnerId, stop) is { } owner)
            mails.Withdrawn(owner, Filing, Pack, process);
        await Db.SaveAsync(process, stop);
        return Redirect(Links.Filing(id));
    }
}
