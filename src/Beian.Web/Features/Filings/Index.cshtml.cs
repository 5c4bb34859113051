using Beian.Definitions.Answers;
using Beian.Definitions.Packs;
using Beian.Web.Authorities;
using Beian.Web.Data;
using Beian.Web.Features.Filings.Kinds;
using Beian.Web.Features.Filings.Messages;
using Beian.Web.Features.Filings.Signing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Filings;

/// <summary>One filing at a glance: where it stands, who must act next and by when, and what happened.</summary>
public sealed class IndexModel(
    AppDb db,
    Filer filer,
    Catalogue.Catalogue catalogue,
    AuthorityTree authorities,
    FindEntryNumbers findNumbers,
    Vault vault,
    Judge judge,
    NextStep next,
    Deliveries deliveries,
    Urges urges,
    FindFilingStandings findStandings,
    ProgressCodes codes
) : FilingPage(db, filer, catalogue, authorities)
{
    private const int MostEvents = 100;
    private const int MailsShown = 3;

    private readonly Catalogue.Catalogue _catalogue = catalogue;

    /// <summary>The newest decision; null before the first.</summary>
    public Decision? Decision { get; private set; }

    public IReadOnlyList<Event> History { get; private set; } = [];

    public IReadOnlyList<Delivery> Mails { get; private set; } = [];

    public IReadOnlyList<Attachment> Attachments { get; private set; } = [];

    /// <summary>What was sent last, or saved where nothing was sent or it came back; what does not apply is left out.</summary>
    public AnswerSet Answers { get; private set; } = AnswerSet.Empty;

    /// <summary>Whether <see cref="Answers"/> were sent.</summary>
    public bool IsSent => Filing.State is not (FilingState.Draft or FilingState.Returned) && Filing.Revision > 0;

    /// <summary>What the filer does next; null where the filing is in other hands.</summary>
    public (Step Step, SheetStanding? Sheet)? Next { get; private set; }

    /// <summary>查询码.</summary>
    public string ProgressCode => codes.Of(Filing.Id);

    /// <summary>The button 催办, while the authority must act.</summary>
    public UrgeView? Urge { get; private set; }

    /// <summary>Where it stands in the register; null where it made nothing there.</summary>
    public FilingStanding? Standing { get; private set; }

    /// <summary>The pack in force, which further filings are made with.</summary>
    public Pack Current => _catalogue[Filing.Service];

    /// <summary>The numbers given at the approval; null before.</summary>
    public EntryNumbers? Numbers { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (await FindAsync(id, stop) is { } refusal)
            return refusal;
        Decision = await Db.Decisions.AsNoTracking().Where(d => d.FilingId == id).OrderByDescending(d => d.At).FirstOrDefaultAsync(stop);
        History = await Db
            .Events.AsNoTracking()
            .Where(e => e.SubjectId == id && e.SubjectKind == "filing")
            .OrderByDescending(e => e.Id)
            .Take(MostEvents)
            .ToListAsync(stop);
        Mails = await deliveries.OfAsync(id, MailsShown, stop);
        Attachments = await FilesAsync(stop);
        Answers = await AnswersAsync(stop);
        Next = await next.FindAsync(Filing, Pack, stop);
        if (Filing.State == FilingState.Submitted)
            Urge = new(id, await urges.IsUrgedTodayAsync(id, stop), Web.Links.Filing(id));
        if (Filing.State == FilingState.Approved)
        {
            Numbers = await findNumbers(Db, id, stop);
            Standing = (await FilingStanding.ReadAsync(Db, findStandings, [id], stop)).GetValueOrDefault(id);
        }
        return Page();
    }

    /// <summary>The files there are now; of a closed filing those that went with the revision it closed with.</summary>
    private async Task<List<Attachment>> FilesAsync(CancellationToken stop)
    {
        if (Filing.IsEditable || Filing.Revision == 0)
            return await Db.AttachmentsOf(Filing.Id).AsNoTracking().ToListAsync(stop);
        var sent = await Db.Revisions.AsNoTracking().SingleAsync(r => r.FilingId == Filing.Id && r.Number == Filing.Revision, stop);
        var ids = sent.ReadAttachmentIds();
        return await Db.Attachments.AsNoTracking().Where(a => ids.Contains(a.Id)).OrderBy(a => a.Id).ToListAsync(stop);
    }

    private async Task<AnswerSet> AnswersAsync(CancellationToken stop)
    {
        if (IsSent)
        {
            var sent = await Db.Revisions.AsNoTracking().SingleAsync(r => r.FilingId == Filing.Id && r.Number == Filing.Revision, stop);
            return SealedAnswers.Open(sent.Answers, sent.PersonalAnswers, Filing.SubjectKey, vault);
        }
        var saved = SealedAnswers.Open(Filing.Answers, Filing.PersonalAnswers, Filing.SubjectKey, vault);
        var (evaluation, _) = await judge.JudgeAsync(Pack, Filing, saved, Attachments.Select(a => a.Code), stop);
        return Evaluator.DropIrrelevant(Pack, evaluation);
    }

    /// <summary>Which member acted, where it was not the account the enterprise began with; null: that, or an authority.</summary>
    public string? ActorOf(Event happened) =>
        happened.ActorId is { } actor && actor != Filing.OwnerId && FilingWords.IsOfFilers(happened.Kind) ? happened.ActorName : null;

    /// <summary>A field's label by its code, or an attachment's.</summary>
    public Definitions.LocalizedText LabelOf(string code) =>
        Pack.Form.Find(code)?.Label ?? Pack.Service.Attachments.FirstOrDefault(a => a.Code == code)?.Label ?? new(code, code);
}
