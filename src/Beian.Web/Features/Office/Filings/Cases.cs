using Beian.Definitions.Answers;
using Beian.Definitions.Fields;
using Beian.Definitions.Packs;
using Beian.Web.Authorities;
using Beian.Web.Data;
using Beian.Web.Features.Account.Standings;
using Beian.Web.Features.Filings;
using Beian.Web.Features.Filings.Kinds;
using Beian.Web.Features.Filings.Messages;
using Beian.Web.Features.Register;
using Beian.Web.Web;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Office.Filings;

/// <summary>Reads cases: a fixed number of queries each, whatever there is.</summary>
public sealed class Cases(
    AppDb db,
    Catalogue.Catalogue catalogue,
    Vault vault,
    Desk desk,
    AuthorityTree authorities,
    EntryAnswers registered,
    CaseNotes notes,
    Deliveries deliveries,
    Texts texts
)
{
    // More of either is no longer read by anybody on one page.
    private const int HistoryLimit = 100;
    private const int RivalLimit = 10;

    private static readonly string[] ActKinds =
    [
        "FilingWithdrawn",
        "FilingRedirected",
        "FilingUrged",
        "FilingAccepted",
        "FilingAssigned",
        "PersonalAnswersRevealed",
        "SheetSealed",
    ];

    /// <summary>A filing this officer may read, to be changed; null: for this officer there is none.</summary>
    public Task<Filing?> FindAsync(Guid id, CancellationToken stop) => desk.Readable().SingleOrDefaultAsync(f => f.Id == id, stop);

    /// <summary>The case as it is opened.</summary>
    public Task<Case> ReadAsync(Filing filing, CancellationToken stop) => ReadAsync(filing, CaseView.Plain, stop);

    /// <summary>The case as it is asked for; a revision there is none of is the newest.</summary>
    public async Task<Case> ReadAsync(Filing filing, CaseView view, CancellationToken stop)
    {
        var pack = catalogue.PackOf(filing);
        var revisions = await db
            .Revisions.AsNoTracking()
            .Where(r => r.FilingId == filing.Id)
            .OrderByDescending(r => r.Number)
            .Take(HistoryLimit)
            .ToListAsync(stop);
        revisions.Reverse();
        var revision = revisions.Find(r => r.Number == view.Revision) ?? revisions[^1];
        var former = revisions.Find(r => r.Number == view.Against && r != revision) ?? revisions.FindLast(r => r.Number < revision.Number);
        var answers = Open(revision, filing);
        var files = await db.Attachments.AsNoTracking().Where(a => a.FilingId == filing.Id).OrderBy(a => a.Id).ToListAsync(stop);
        var attachments = FilesOf(revision, files);
        var entry = filing.State == FilingState.Approved ? await EntryAsync(filing, stop) : null;
        var newest = revision.Number == filing.Revision;
        var mayDecide = newest && filing.State == FilingState.Submitted && filing.AuthorityId == desk.Officer.AuthorityId;
        var subject = Subject.Of(pack, answers, filing.OwnerId).CodeKey;
        var owner = await db.FindCorrespondentAsync(filing.OwnerId, stop);
        return new()
        {
            Filing = filing,
            Pack = pack,
            View = view,
            Revision = revision,
            Former = former,
            Answers = entry is null || !newest ? answers : Open(entry.Value.Version, filing),
            Evaluation = Evaluator.Evaluate(pack, answers, revision.ReadContext()),
            Attachments = attachments,
            Owner = owner,
            LastMails = await deliveries.LastOfAsync(filing.Id, owner?.Email, stop),
            Revisions = revisions,
            Decisions = await db
                .Decisions.AsNoTracking()
                .Where(d => d.FilingId == filing.Id)
                .OrderBy(d => d.At)
                .Take(HistoryLimit)
                .ToListAsync(stop),
            Acts = await db
                .Events.AsNoTracking()
                .Where(e => e.SubjectId == filing.Id && ActKinds.Contains(e.Kind))
                .OrderBy(e => e.Id)
                .Take(HistoryLimit)
                .ToListAsync(stop),
            Changes = former is null
                ? []
                :
                [
                    .. Difference.Between(pack, Open(former, filing), answers, view.Reveal, texts.Language),
                    .. Difference.Between(pack, FilesOf(former, files), attachments),
                ],
            Rivals = await RivalsAsync(filing, pack, subject, answers, view.Reveal, stop),
            Entry = entry?.Entry,
            Numbers = entry is var (_, made) ? new(made.Number, made.Code) : null,
            Basis = await BasisAsync(filing, pack, answers, attachments, view.Reveal, stop),
            Standing = await db
                .RegisterEntries.AsNoTracking()
                .FirstOrDefaultAsync(
                    e =>
                        e.Service == filing.Service
                        && e.CodeKey == subject
                        && e.State == EntryState.Valid
                        && e.FilingId != filing.Id
                        && e.PublicId != filing.EntryId,
                    stop
                ),
            CodeToBe =
                mayDecide && pack.Lifecycle.Find(filing.Kind)!.IsJudgedByContent
                    ? Approve(pack, filing, revision, answers).Answers[pack.Register.CodeField]
                    : null,
            Notes = await notes.ReadAsync(filing, stop),
            Colleagues = mayDecide ? await desk.ColleaguesAsync(stop) : [],
            MayDecide = mayDecide,
        };
    }

    /// <summary>Judges what the officer filled in: the problems of the fields that are his or hers.</summary>
    private IReadOnlyList<Problem> CheckApproval(Case found, AnswerSet filledIn)
    {
        if (!found.Kind.IsJudgedByContent)
            return [];
        var all = AnswerSet.From(found.Answers.Concat(filledIn));
        return
        [
            .. Approve(found.Pack, found.Filing, found.Revision, all)
                .Problems.Where(p => p.Level == ProblemLevel.Hard && found.OfficeFields.Any(f => f.Owns(p.Control))),
        ];
    }

    /// <summary>审核通过, to be saved with the process: numbers are drawn and the entry begins to hold in the same transaction.</summary>
    /// <returns>What is wrong with what the officer filled in; then nothing changed.</returns>
    public IReadOnlyList<Problem> Approve(Case found, int revision, AnswerSet filledIn, Process process)
    {
        var problems = CheckApproval(found, filledIn);
        if (problems.Count > 0)
            return problems;
        found.RequireAccepted();
        found.DropWorkingCopy();
        db.Add(found.Filing.Decide(Outcome.Approved, revision, "", new Dictionary<string, string>(), filledIn, desk.Officer, process));
        return [];
    }

    private Evaluation Approve(Pack pack, Filing filing, Revision revision, AnswerSet answers) =>
        Evaluator.EvaluateApproval(
            pack,
            answers,
            revision.ReadContext() with
            {
                Today = desk.Today,
                AuthorityPrefix = authorities[filing.AuthorityId].CodePrefix,
            }
        );

    private async Task<(RegisterEntry Entry, EntryVersion Version)?> EntryAsync(Filing filing, CancellationToken stop)
    {
        var found = await db
            .EntryVersions.AsNoTracking()
            .Where(v => v.FilingId == filing.Id)
            .Join(db.RegisterEntries.AsNoTracking(), v => v.EntryId, e => e.PublicId, (v, e) => new { Entry = e, Version = v })
            .SingleOrDefaultAsync(stop);
        return found is null ? null : (found.Entry, found.Version);
    }

    /// <summary>What a filing about an entry starts from; null for one that enters a new one.</summary>
    private async Task<CaseBasis?> BasisAsync(
        Filing filing,
        Pack pack,
        AnswerSet answers,
        IReadOnlyList<Attachment> attachments,
        bool reveal,
        CancellationToken stop
    )
    {
        if (filing.EntryId is not { } id || await RegisterQueries.FindInForceAsync(db, id, stop) is not { } entry)
            return null;
        var kind = pack.Lifecycle.Find(filing.Kind)!;
        var started = entry.Version == filing.EntryVersion ? null : await StartedFromAsync(filing, entry, stop);
        var before = registered.Open(started ?? entry, filing.SubjectKey, pack);
        var own = before.Without(c => pack.Form.FindByControl(c) is not { FilledBy: FilledBy.Enterprise });
        var isKept = filing.AuthorityId == entry.AuthorityId && kind.MovesTo is not null && filing.State == FilingState.Submitted;
        return new(
            entry,
            before,
            [
                .. Difference.Between(pack, own, answers, reveal, texts.Language),
                .. Difference.BetweenContents(pack, await StartedFilesAsync(filing, stop), attachments),
            ],
            isKept && answers[kind.MovesTo!] is { } to ? authorities.Find(to) : null
        );
    }

    /// <summary>The version a filing started from, where the entry has a newer one by now.</summary>
    private async Task<EntryInForce?> StartedFromAsync(Filing filing, EntryInForce entry, CancellationToken stop) =>
        await db
            .EntryVersions.AsNoTracking()
            .Where(v => v.EntryId == filing.EntryId && v.Version == filing.EntryVersion)
            .Select(v => new
            {
                v.Answers,
                v.PersonalAnswers,
                v.DefinitionVersion,
            })
            .SingleOrDefaultAsync(stop)
            is { } version
            ? entry with
            {
                Answers = version.Answers,
                PersonalAnswers = version.PersonalAnswers,
                DefinitionVersion = version.DefinitionVersion,
            }
            : null;

    /// <summary>The files that went with the version a filing started from; none where it came without a filing.</summary>
    private async Task<IReadOnlyList<Attachment>> StartedFilesAsync(Filing filing, CancellationToken stop)
    {
        var started = await db
            .EntryVersions.Where(v => v.EntryId == filing.EntryId && v.Version == filing.EntryVersion)
            .Join(db.Revisions, v => new { v.FilingId, Number = v.Revision }, r => new { r.FilingId, r.Number }, (v, r) => r)
            .AsNoTracking()
            .SingleOrDefaultAsync(stop);
        if (started is null)
            return [];
        var ids = started.ReadAttachmentIds();
        return await db.Attachments.AsNoTracking().Where(a => ids.Contains(a.Id)).OrderBy(a => a.Id).ToListAsync(stop);
    }

    private async Task<IReadOnlyList<Rival>> RivalsAsync(
        Filing filing,
        Pack pack,
        string subject,
        AnswerSet answers,
        bool reveal,
        CancellationToken stop
    )
    {
        if (subject.Length == 0)
            return [];
        var others = await db
            .Filings.AsNoTracking()
            .Where(f =>
                f.Service == filing.Service
                && f.CodeKey == subject
                && f.Id != filing.Id
                && f.Revision > 0
                && (f.State == FilingState.Submitted || f.State == FilingState.Returned)
            )
            .Join(
                db.Revisions.AsNoTracking(),
                f => new { Id = f.Id, Number = f.Revision },
                r => new { Id = r.FilingId, r.Number },
                (f, r) => new { Filing = f, Revision = r }
            )
            .OrderBy(x => x.Filing.SubmittedAt)
            .Take(RivalLimit)
            .ToListAsync(stop);
        return
        [
            .. others.Select(x =>
            {
                var readable = desk.Jurisdiction.Includes(x.Filing.AuthorityId);
                return new Rival(
                    x.Filing.Id,
                    x.Filing.Number,
                    x.Filing.SubjectName,
                    x.Filing.State,
                    x.Filing.AuthorityId,
                    x.Filing.SubmittedAt,
                    readable,
                    readable ? Difference.Between(pack, answers, Open(x.Revision, x.Filing), reveal, texts.Language) : []
                );
            }),
        ];
    }

    private AnswerSet Open(Revision revision, Filing filing) =>
        SealedAnswers.Open(revision.Answers, revision.PersonalAnswers, filing.SubjectKey, vault);

    private AnswerSet Open(EntryVersion version, Filing filing) =>
        SealedAnswers.Open(version.Answers, version.PersonalAnswers, filing.SubjectKey, vault);

    private static IReadOnlyList<Attachment> FilesOf(Revision revision, List<Attachment> files)
    {
        var ids = revision.ReadAttachmentIds().ToHashSet();
        return [.. files.Where(a => ids.Contains(a.Id))];
    }
}
