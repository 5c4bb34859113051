using System.Security.Cryptography;
using Beian.Definitions.Answers;
using Beian.Web.Authorities;
using Beian.Web.Data;
using Beian.Web.Features.Account;
using Beian.Web.Features.Filings.Signing;
using Beian.Web.Web;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Filings;

/// <summary>保存: one action, one transaction. A draft is kept whatever is wrong with it.</summary>
public sealed class Saving(
    AppDb db,
    Vault vault,
    Judge judge,
    Submitting submitting,
    AccountBlock accounts,
    SignIns signIns,
    EmailConfirmations confirmations,
    FilingMails mails,
    Filer filer,
    DraftKeys keys,
    Territories territories,
    SheetScans scans,
    IHttpContextAccessor http
)
{
    /// <summary>The first save: a new filing, and its account where the block is in order.</summary>
    /// <exception cref="DbUpdateException">The filing is there already (the same form was sent twice).</exception>
    public async Task<Saved> CreateAsync(Guid id, Entry entry, Authority authority, string route, CancellationToken stop)
    {
        entry = await ReadScansAsync(entry, "", stop);
        var (account, problems) = await MakeAccountAsync(entry, stop);
        try
        {
            return await CreateAsync(id, entry, authority, route, account, problems, stop);
        }
        catch (DbUpdateException fault) when (account is not null && AccountBlock.TakenIn(fault) is { } taken)
        {
            // Somebody took the user name in the same moment: the draft is kept all the same.
            db.ChangeTracker.Clear();
            return await CreateAsync(id, entry, authority, route, null, [taken], stop);
        }
    }

    /// <summary>Saves a filing that is there. While it is 上报 and the answers are in order, this sends the next revision.</summary>
    /// <exception cref="DbUpdateConcurrencyException">Somebody else changed it meanwhile.</exception>
    public async Task<Saved> UpdateAsync(Filing filing, Entry entry, CancellationToken stop)
    {
        entry = await ReadScansAsync(entry, filing.Number, stop);
        var (account, problems) = filing.OwnerId is null ? await MakeAccountAsync(entry, stop) : (null, []);
        try
        {
            return await UpdateAsync(filing, entry, account, problems, stop);
        }
        catch (DbUpdateException fault) when (account is not null && AccountBlock.TakenIn(fault) is { } taken)
        {
            db.ChangeTracker.Clear();
            var again = await db.FilingsVisibleTo(filer).SingleAsync(f => f.Id == filing.Id, stop);
            return await UpdateAsync(again, entry, null, [taken], stop);
        }
    }

    private async Task<Saved> CreateAsync(
        Guid id,
        Entry entry,
        Authority authority,
        string route,
        Account.Account? account,
        IReadOnlyList<Problem> accountProblems,
        CancellationToken stop
    )
    {
        var process = filer.Begin("StartingFiling");
        if (!filer.Covers(entry.Pack.Code))
            throw new Refused(Filer.NotWithin);
        var owner = filer.EnterpriseId ?? account?.Id;
        var filing = new Filing(
            id,
            entry.Pack,
            entry.Pack.Lifecycle.Kinds[0].Code,
            route,
            authority,
            NewNumber(),
            owner,
            owner is null ? keys.Ensure() : null,
            vault.NewSubjectKey(),
            process.Now
        );
        db.Add(filing);
        return await SaveAsync(filing, entry, [], account, accountProblems, process, stop);
    }

    private async Task<Saved> UpdateAsync(
        Filing filing,
        Entry entry,
        Account.Account? account,
        IReadOnlyList<Problem> accountProblems,
        CancellationToken stop
    )
    {
        var process = filer.Begin("SavingFiling");
        var attachments = await db.AttachmentsOf(filing.Id).ToListAsync(stop);
        if (filing.OwnerId is null && (filer.EnterpriseId ?? account?.Id) is { } owner)
            filing.AdoptBy(owner, process);
        else if (filing.OwnerId is null)
            keys.Ensure();
        return await SaveAsync(filing, entry, attachments, account, accountProblems, process, stop);
    }

    private async Task<Saved> SaveAsync(
        Filing filing,
        Entry entry,
        List<Attachment> attachments,
        Account.Account? account,
        IReadOnlyList<Problem> accountProblems,
        Process process,
        CancellationToken stop
    )
    {
        // Judged with the files that come; if one of them is refused, anew without it.
        var coming = attachments.Where(a => a.Id != entry.Removed).Select(a => a.Code).Concat(entry.Files.Select(f => f.Code)).ToHashSet();
        var (evaluation, context) = await JudgeAsync(coming);
        var stamp = SheetState.StampOf(entry.Pack, filing, evaluation);
        var fileProblems = Attaching.Attach(db, filing, entry, attachments, stamp, process);
        if (!coming.SetEquals(attachments.Select(a => a.Code)))
            (evaluation, context) = await JudgeAsync(attachments.Select(a => a.Code));
        if (SheetState.Confirm(entry.Pack, attachments, stamp, entry.SheetCode, process) is { } wrongCode)
            fileProblems.Add(wrongCode);
        var subject = Subject.Of(entry.Pack, evaluation, filing.OwnerId);
        // What was typed, as it is kept; what follows from it is worked out anew each time.
        var typed = evaluation.Answers.Without(control =>
            !entry.Answers.TryGet(control, out _) && !entry.Pack.Form.Keeps(control, evaluation.Answers)
        );
        filing.Save(SealedAnswers.Seal(typed, entry.Pack, filing.SubjectKey, vault), subject, process);
        // What was sent stays where it is until it is sent again.
        if (filing.State == FilingState.Draft && territories.Of(entry.Pack, evaluation.Answers) is { } office)
            filing.FollowTo(office, process);

        string? session = null;
        if (account is not null)
        {
            account.Rename(subject.Name.Length > 0 ? subject.Name : account.UserName!);
            db.Add(account);
            process.Record("AccountCreated", "account", account.Id, new { filing = filing.Id, notice = PersonalInformationNotice.Version });
            session = await signIns.BeginAsync(http.HttpContext!, account, process, stop);
            mails.AccountCreated(account, filing, entry.Pack, process);
            confirmations.Ask(account, process);
        }
        // 上报 with a sheet that is not the right one is asked once more on a page of its own; what is 上报 already waits for a right one.
        var sheet = await SheetStanding.FindAsync(db, filing, entry.Pack, evaluation, attachments, stop);
        var revision =
            filing.OwnerId is not null && (entry.Submit || filing.State == FilingState.Submitted) && sheet is not { IsSettled: false }
                ? await submitting.SubmitAsync(filing, entry.Pack, evaluation, context, attachments, account, process, stop)
                : null;
        await ClaimAsync(filing, process, stop);
        await db.SaveAsync(process, stop);
        if (session is not null)
            signIns.Keep(http.HttpContext!, account!, session);
        return new(filing, evaluation, accountProblems, fileProblems, revision, account is not null, sheet?.State);

        Task<(Evaluation Evaluation, EvaluationContext Context)> JudgeAsync(IEnumerable<string> files) =>
            judge.JudgeAsync(entry.Pack, filing, entry.Answers, files, stop);
    }

    /// <summary>Reads the scans of signed sheets among the files, which takes a while and is done before the transaction.</summary>
    private async Task<Entry> ReadScansAsync(Entry entry, string number, CancellationToken stop)
    {
        var read = new List<ReceivedFile>();
        foreach (var file in entry.Files)
            read.Add(
                file.Code == entry.Pack.Service.SignedSheet?.Code
                    ? file with
                    {
                        Sheet = await scans.ReadAsync(file.Stored, number, stop),
                    }
                    : file
            );
        return entry with { Files = read };
    }

    /// <summary>The account, if the block is in order; hashing its password takes a while and is done before the transaction.</summary>
    private async Task<(Account.Account? Account, IReadOnlyList<Problem> Problems)> MakeAccountAsync(Entry entry, CancellationToken stop)
    {
        if (filer.AccountId is not null || entry.Account is not { } block)
            return (null, []);
        var problems = await accounts.CheckAsync(block, stop);
        if (problems.Count > 0)
            return (null, problems);
        return await accounts.CreateAsync(block, block.UserName, stop) is { } account ? (account, []) : (null, [AccountBlock.Busy]);
    }

    /// <summary>The account's claim follows the filing's code; each account has its own, and they share nothing.</summary>
    private async Task ClaimAsync(Filing filing, Process process, CancellationToken stop)
    {
        if (filing.OwnerId is not { } owner || filing.CodeKey.Length == 0)
            return;
        var claim = await db.Claims.SingleOrDefaultAsync(c => c.FilingId == filing.Id, stop);
        if (claim is null)
            db.Add(new Claim(owner, filing, process));
        else if (claim.State == ClaimState.Open)
            claim.Rename(filing.CodeKey);
    }

    /// <summary>系统编号: sixteen digits, not to be guessed.</summary>
    private static string NewNumber() => RandomNumberGenerator.GetString("0123456789", 16);
}
