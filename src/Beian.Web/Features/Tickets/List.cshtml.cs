using Beian.Web.Authorities;
using Beian.Web.Data;
using Beian.Web.Features.Filings;
using Beian.Web.Features.Shared;
using Beian.Web.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Tickets;

/// <summary>咨询: one's own questions, newest first, and a new one.</summary>
[ForOneEnterprise]
public sealed class ListModel(AppDb db, Counter counter, AuthorityTree authorities, Texts texts) : AskingPage
{
    private const int PageSize = 20;
    private const int PerDay = 20;

    [BindProperty]
    public string? To { get; set; }

    [BindProperty]
    public string? Subject { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    /// <summary>Who answers; empty: to be chosen; null: there is nobody to ask.</summary>
    public string? Authority { get; private set; }

    public IReadOnlyList<Ticket> Rows { get; private set; } = [];

    public string? Next { get; private set; }

    public async Task OnGetAsync(Guid? before, CancellationToken stop) => await ReadAsync(before, stop);

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        await ReadAsync(null, stop);
        if (Authority is not { } authority)
            return NotFound();
        if (authority.Length == 0)
            authority = authorities.Choosable.ContainsKey(To ?? "") ? To! : "";
        List<ErrorLine> errors = [.. Check(authority)];
        if (errors.Count > 0)
            return AskAgain(errors);
        var process = counter.Begin("AskingQuestion");
        var (me, yesterday) = (counter.AccountId, process.Now.AddDays(-1));
        if (await db.Tickets.CountAsync(t => t.AccountId == me && t.CreatedAt > yesterday, stop) >= PerDay)
            return AskAgain(
                new ErrorLine(
                    nameof(Text),
                    texts["今天的咨询已经很多了，请明天再提。", "There were many questions today; please ask this one tomorrow."]
                )
            );
        var ticket = new Ticket(me, counter.Name, authority, Subject!.Trim(), process);
        db.AddRange(ticket, ticket.Write(me, counter.Name, isAnswer: false, Text!.Trim(), process));
        await db.SaveAsync(process, stop);
        return Redirect(Links.Ticket(ticket.Id));
    }

    private IEnumerable<ErrorLine> Check(string authority)
    {
        if (authority.Length == 0)
            yield return new(nameof(To), texts["请选择答复机关", "Please choose whom to ask"]);
        if (!TicketText.IsTyped(Subject, Ticket.LongestSubject, manyLines: false))
            yield return new(nameof(Subject), texts["请填写问题，最多 100 个字", "Please fill in the question, at most 100 characters"]);
        if (!TicketText.IsTyped(Text, Ticket.LongestText, manyLines: true))
            yield return new(nameof(Text), texts["请填写详细情况，最多 2000 个字", "Please fill in the details, at most 2,000 characters"]);
    }

    private async Task ReadAsync(Guid? before, CancellationToken stop)
    {
        Authority = await counter.AuthorityAsync(stop);
        var me = counter.AccountId;
        var rows = await db
            .Tickets.AsNoTracking()
            .Where(t => t.AccountId == me && (before == null || t.Id.CompareTo(before.Value) < 0))
            .OrderByDescending(t => t.Id)
            .Take(PageSize + 1)
            .ToListAsync(stop);
        Rows = [.. rows.Take(PageSize)];
        Next = rows.Count > PageSize ? $"{Links.Tickets}?before={Rows[^1].Id}" : null;
    }
}
