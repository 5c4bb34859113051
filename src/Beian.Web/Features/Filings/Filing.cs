using Beian.Definitions.Answers;
using Beian.Definitions.Packs;
using Beian.Web.Authorities;
using Beian.Web.Data;
using Beian.Web.Features.Filings.Kinds;
using Beian.Web.Features.Filings.Signing;
using Beian.Web.Web;

namespace Beian.Web.Features.Filings;

/// <summary>One case: answers on their way from an enterprise through an authority into the register.</summary>
public sealed partial class Filing
{
    private Filing() { }

    /// <summary>A new draft. It may exist before its account: then <paramref name="draftKeyHash"/> proves whose it is.</summary>
    /// <param name="entry">The entry it starts from; null for one that enters a new one.</param>
    public Filing(
        Guid id,
        Pack pack,
        string kind,
        string route,
        Authority authority,
        string number,
        Guid? ownerId,
        string? draftKeyHash,
        string subjectKey,
        DateTime now,
        EntryInForce? entry = null
    )
    {
        Id = id;
        Service = pack.Code;
        DefinitionVersion = pack.Version.ToString();
        Kind = kind;
        Route = route;
        Number = number;
        OwnerId = ownerId;
        DraftKeyHash = draftKeyHash;
        SubjectKey = subjectKey;
        AuthorityId = authority.Id;
        CreatedAt = UpdatedAt = now;
        (EntryId, EntryVersion) = (entry?.Id, entry?.Version);
    }

    public Guid Id { get; private set; }

    public string Service { get; private set; } = "";

    /// <summary>major.minor of the pack it was filled in with; it always renders with that major.</summary>
    public string DefinitionVersion { get; private set; } = "";

    public string Kind { get; private set; } = "";

    /// <summary>The entry it starts from; null for one that enters a new one. Only one open filing names an entry.</summary>
    public Guid? EntryId { get; private set; }

    /// <summary>The version of the entry it starts from.</summary>
    public int? EntryVersion { get; private set; }

    public string Route { get; private set; } = "";

    /// <summary>系统编号: given at the first save, 16 digits, not guessable.</summary>
    public string Number { get; private set; } = "";

    public Guid? OwnerId { get; private set; }

    /// <summary>SHA-256 of the draft cookie's key while there is no account; null afterwards.</summary>
    public string? DraftKeyHash { get; private set; }

    /// <summary>The authority that decides now.</summary>
    public string AuthorityId { get; private set; } = "";

    public FilingState State { get; private set; } = FilingState.Draft;

    /// <summary>Concurrency token; a form carries the one it was made from.</summary>
    public int Version { get; private set; } = 1;

    /// <summary>JSON of the answers that are not personal.</summary>
    public string Answers { get; private set; } = "{}";

    /// <summary>The personal answers, sealed with <see cref="SubjectKey"/>.</summary>
    public string? PersonalAnswers { get; private set; }

    /// <summary>The subject's key, wrapped by the master key; forgetting it erases the personal answers.</summary>
    public string SubjectKey { get; private set; } = "";

    /// <summary>The enterprise's name and code, for lists: as last sent, before that as last saved.</summary>
    public string SubjectName { get; private set; } = "";

    public string SubjectCode { get; private set; } = "";

    /// <summary>The code as it is compared (<see cref="Subject.CodeKey"/>).</summary>
    public string CodeKey { get; private set; } = "";

    /// <summary>The number of the newest revision; 0 before the first submission.</summary>
    public int Revision { get; private set; }

    /// <summary>Whether the saved answers differ from the newest revision (编辑 while 上报, not yet sent).</summary>
    public bool HasWorkingCopy { get; private set; }

    public DateTime CreatedAt { get; private set; }

    public DateTime UpdatedAt { get; private set; }

    public DateTime? SubmittedAt { get; private set; }

    /// <summary>The last day for the decision; null while the clock stands still.</summary>
    public DateOnly? DueOn { get; private set; }

    public DateTime? DecidedAt { get; private set; }

    /// <summary>Whether the filer may change answers now.</summary>
    public bool IsEditable => State is FilingState.Draft or FilingState.Returned or FilingState.Submitted;

    /// <summary>保存: keeps the answers as they are, complete or not. It never submits.</summary>
    public void Save(SealedAnswers answers, Subject subject, Process process)
    {
        RequireEditable();
        (Answers, PersonalAnswers) = (answers.Plain, answers.Personal);
        if (Revision == 0)
            Name(subject);
        HasWorkingCopy = State != FilingState.Draft;
        Touch(process);
        process.Record("FilingSaved", "filing", Id, new { Version, answers = answers.Sha256 });
    }

    /// <summary>Chooses another authority or route; both may change until the approval (manual, step four).</summary>
    public void Redirect(Authority authority, string route, Process process)
    {
        RequireEditable();
        if (AuthorityId == authority.Id && Route == route)
            return;
        if (EntryId is not null && AuthorityId != authority.Id)
            throw new Refused(
                new(
                    "这由登记所在的机关办理，不能另选机关。",
                    "The authority that keeps the entry decides on this; another cannot be chosen."
                )
            );
        process.Record(
            "FilingRedirected",
            "filing",
            Id,
            new
            {
                from = AuthorityId,
                to = authority.Id,
                route,
            }
        );
        if (AuthorityId != authority.Id)
            LeaveDesk();
        (AuthorityId, Route) = (authority.Id, route);
        HasWorkingCopy = State != FilingState.Draft;
        Touch(process);
    }

    /// <summary>Goes to the authority in charge of the region that was filled in; the filer chooses none.</summary>
    public void FollowTo(Authority authority, Process process)
    {
        RequireEditable();
        if (AuthorityId == authority.Id)
            return;
        process.Record("FilingRedirected", "filing", Id, new { from = AuthorityId, to = authority.Id });
        LeaveDesk();
        AuthorityId = authority.Id;
    }

    /// <summary>Gives a draft its account: from now on the account, not the cookie, says whose it is.</summary>
    public void AdoptBy(Guid ownerId, Process process)
    {
        if (OwnerId is not null)
            throw new Refused(new("这份备案已有账号。", "This filing already has an account."));
        (OwnerId, DraftKeyHash) = (ownerId, null);
        Touch(process);
        process.Record("FilingAdopted", "filing", Id, new { ownerId });
    }

    /// <summary>上报: sends the saved answers as the next revision. The evaluation is the server's own, of these answers.</summary>
    /// <param name="sheet">How the signed sheet and the answers go together; null where none is asked for.</param>
    /// <returns>The revision; null when problems stop it, and nothing changed.</returns>
    public Revision? Submit(
        Evaluation evaluation,
        EvaluationContext context,
        SealedAnswers answers,
        Subject subject,
        IReadOnlyList<Attachment> attachments,
        DateOnly dueOn,
        Process process,
        SheetState? sheet = null
    )
    {
        RequireEditable();
        if (OwnerId is null)
            throw new Refused(new("请先建立账号，再上报。", "Please create an account before submitting."));
        if (State == FilingState.Submitted && !HasWorkingCopy)
            throw new Refused(new("这份备案已经上报，正在等待审核。", "This filing has been submitted and is waiting for review."));
        if (!evaluation.MaySubmit)
            return null;

        var revision = new Revision(this, ++Revision, answers, attachments, context, sheet, process);
        Name(subject);
        State = FilingState.Submitted;
        SubmittedAt = process.Now;
        DueOn = dueOn;
        DecidedAt = AcceptedAt = null;
        HasWorkingCopy = false;
        Touch(process);
        process.Record(
            "FilingSubmitted",
            "filing",
            Id,
            new
            {
                revision = revision.Number,
                sha256 = revision.Sha256,
                authority = AuthorityId,
                dueOn,
                sheet = sheet?.Match.ToString(),
            }
        );
        return revision;
    }

    /// <summary>
    /// Goes back to what was sent, before the filing closes: a closed filing shows what was decided on, not what the filer was still editing.
    /// </summary>
    public void DropWorkingCopy(Revision sent)
    {
        RequireEditable();
        (Answers, PersonalAnswers, Route) = (sent.Answers, sent.PersonalAnswers, sent.Route);
        HasWorkingCopy = false;
    }

    /// <summary>Takes a draft to another version of its pack, with its answers there. When the filer last changed it stays as it was.</summary>
    /// <param name="sha256">Hash of all answers; null where the draft goes back to what it was.</param>
    internal void MoveTo(string definitionVersion, string answers, string? personalAnswers, string? sha256, Process process)
    {
        if (State != FilingState.Draft)
            throw new Refused(new("只有暂存的备案可以换版本。", "Only drafts change their version."));
        process.Record(
            "DraftMoved",
            "filing",
            Id,
            new
            {
                from = DefinitionVersion,
                to = definitionVersion,
                answers = sha256,
            }
        );
        (DefinitionVersion, Answers, PersonalAnswers) = (definitionVersion, answers, personalAnswers);
        Version++;
    }

    /// <summary>The filer takes the filing back; it may be started anew.</summary>
    public void Withdraw(Process process)
    {
        RequireEditable();
        (State, DueOn) = (FilingState.Withdrawn, null);
        Touch(process);
        process.Record("FilingWithdrawn", "filing", Id);
    }

    private void RequireEditable()
    {
        if (!IsEditable)
            throw new Refused(new("这份备案已经办结，不能再修改。", "This filing is closed and can no longer be changed."));
    }

    private void Name(Subject subject) => (SubjectName, SubjectCode, CodeKey) = (subject.Name, subject.Code, subject.CodeKey);

    private void Touch(Process process)
    {
        UpdatedAt = process.Now;
        Version++;
    }
}
