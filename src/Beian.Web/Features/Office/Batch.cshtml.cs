using System.Globalization;
using Beian.Definitions;
using Beian.Definitions.Fields;
using Beian.Definitions.Packs;
using Beian.Web.Data;
using Beian.Web.Features.Filings;
using Beian.Web.Features.Office.Filings;
using Beian.Web.Features.Shared;
using Beian.Web.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Office;

/// <summary>
/// Several filings approved, or given to an officer, together. First the page says what would be done with which of them, and why not
/// with others; then each is dealt with in a transaction of its own, and the page says what became of each.
/// </summary>
public sealed class BatchModel(AppDb db, Desk desk, Cases cases, Batches batches, Texts t) : PageModel
{
    /// <summary>Whether they are approved; otherwise assigned.</summary>
    public bool Approves { get; private set; }

    public IReadOnlyList<BatchItem> Items { get; private set; } = [];

    /// <summary>What became of each; null while it is only asked for.</summary>
    public IReadOnlyList<BatchResult>? Results { get; private set; }

    public ErrorSummary Problems { get; private set; } = new([]);

    /// <summary>The pack of those that can be approved; null where none can.</summary>
    public Pack? Pack { get; private set; }

    public IReadOnlyList<Officer> Colleagues { get; private set; } = [];

    public IReadOnlyList<BatchItem> Able => [.. Items.Where(i => i.Obstacle is null)];

    /// <summary>What the authority fills in, once for all.</summary>
    public IEnumerable<Field> OfficeFields => Pack?.Form.Fields.Where(f => f.FilledBy == FilledBy.Authority) ?? [];

    /// <summary>The ledger the officer came from.</summary>
    public QueueFilter Queue => field ??= new QueueFilter(Request.Query, desk, t);

    public string Trail => Queue.Query(Queue.State).ToString();

    public string Typed(string control) => Request.HasFormContentType ? (string?)Request.Form[control] ?? "" : "";

    public async Task OnGetAsync(string? act, Guid[] id, CancellationToken stop) => await ReadAsync(act, id, stop);

    public async Task<IActionResult> OnPostAsync(string? act, string?[] item, CancellationToken stop)
    {
        var seen = item.Take(Batches.Most)
            .Select(Seen)
            .Where(s => s.Id != Guid.Empty)
            .DistinctBy(s => s.Id)
            .ToDictionary(s => s.Id, s => s.Revision);
        await ReadAsync(act, seen.Keys, stop);
        Problems = new(Check());
        if (Problems.Lines.Count > 0)
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        var results = new List<BatchResult>();
        foreach (var one in Items)
            results.Add(new(one, one.Obstacle ?? (seen[one.Id] == one.Revision ? await TryAsync(one, stop) : Renewed)));
        Results = results;
        return Page();
    }

    private static LocalizedText Renewed { get; } =
        new("企业已上报新的版本，请查看后再处理。", "The enterprise has submitted a newer revision; please look at it first.");

    private static (Guid Id, int Revision) Seen(string? item) =>
        item?.Split(':') is [var id, var revision]
        && Guid.TryParse(id, out var guid)
        && int.TryParse(revision, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? (guid, number)
            : default;

    private async Task ReadAsync(string? act, IReadOnlyCollection<Guid> ids, CancellationToken stop)
    {
        Approves = act != "assignment";
        Items = await batches.ReadAsync(Approves, [.. ids.Take(Batches.Most)], stop);
        Pack = Approves ? await batches.FindPackAsync(Items, stop) : null;
        Colleagues = Approves ? [] : await desk.ColleaguesAsync(stop);
        Response.Headers.CacheControl = "no-cache, no-store";
    }

    /// <summary>What is wrong with what the officer filled in for all of them.</summary>
    private IReadOnlyList<ErrorLine> Check()
    {
        if (Able.Count == 0)
            return [new("items", t["所选的备案都不能这样办理。", "None of the selected filings can be dealt with so."])];
        if (!Approves)
            return Typed("officer") is { Length: > 0 } chosen && Colleagues.All(o => $"{o.AccountId}" != chosen)
                ? [new("officer", t["请选择本机关的审核人员。", "Please choose an officer of this authority."])]
                : [];
        return
        [
            .. OfficeFields
                .Where(f => f is ChoiceField && Typed(f.Code).Length == 0)
                .Select(f => new ErrorLine(f.Code, t[$"请选择{f.Label.Zh}。", $"Please choose: {f.Label.En}."])),
        ];
    }

    /// <summary>Deals with one of them.</summary>
    /// <returns>Why not; null: it is done.</returns>
    private async Task<LocalizedText?> TryAsync(BatchItem item, CancellationToken stop)
    {
        db.ChangeTracker.Clear();
        try
        {
            if (await cases.FindAsync(item.Id, stop) is not { } filing)
                return new("没有这份备案。", "There is no such filing.");
            var process = desk.Begin(Approves ? "ApprovingFiling" : "AssigningFiling");
            if (Approves)
            {
                var found = await cases.ReadAsync(filing, stop);
                if (cases.Approve(found, item.Revision, found.FilledIn(Typed), process) is [var problem, ..])
                    return problem.Message;
            }
            else
                filing.Assign(Colleagues.FirstOrDefault(o => $"{o.AccountId}" == Typed("officer")), desk.Officer, process);
            await db.SaveAsync(process, stop);
            return null;
        }
        catch (Refused refused)
        {
            return refused.Reason;
        }
        catch (DbUpdateException)
        {
            return new("这份备案刚刚有变动，请核对后再试。", "This filing has just changed; please check and try again.");
        }
    }
}
