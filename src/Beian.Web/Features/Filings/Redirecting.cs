using Beian.Definitions.Packs;
using Beian.Web.Authorities;
using Beian.Web.Data;
using Beian.Web.Features.Filings.Signing;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Filings;

/// <summary>Chooses another authority or way of filing; a filing that is 上报 goes there as its next revision.</summary>
public sealed class Redirecting(AppDb db, Vault vault, Judge judge, Submitting submitting, Filer filer)
{
    /// <returns>Whether it was done; false: it is 上报 and what it holds would not do for the new way.</returns>
    public async Task<bool> RedirectAsync(Filing filing, Pack pack, Authority authority, string route, CancellationToken stop)
    {
        if (filing.AuthorityId == authority.Id && filing.Route == route)
            return true;
        var process = filer.Begin("RedirectingFiling");
        var submitted = filing.State == FilingState.Submitted;
        filing.Redirect(authority, route, process);
        if (submitted)
        {
            var answers = SealedAnswers.Open(filing.Answers, filing.PersonalAnswers, filing.SubjectKey, vault);
            var attachments = await db.AttachmentsOf(filing.Id).ToListAsync(stop);
            var (evaluation, context) = await judge.JudgeAsync(pack, filing, answers, attachments.Select(a => a.Code), stop);
            var waits = await SheetStanding.FindAsync(db, filing, pack, evaluation, attachments, stop) is { IsSettled: false };
            if (waits || await submitting.SubmitAsync(filing, pack, evaluation, context, attachments, null, process, stop) is null)
            {
                await db.Entry(filing).ReloadAsync(stop);
                return false;
            }
        }
        await db.SaveAsync(process, stop);
        return true;
    }
}
