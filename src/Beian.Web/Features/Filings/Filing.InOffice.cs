using Beian.Definitions.Packs;
using Beian.Web.Authorities;
using Beian.Web.Data;
using Beian.Web.Web;

namespace Beian.Web.Features.Filings;

/// <summary>What becomes of a filing within the authority that has it: who deals with it, whether it is accepted, how often it came back.</summary>
public sealed partial class Filing
{
    /// <summary>The officer who deals with it; null: whoever comes to it.</summary>
    public Guid? AssignedToId { get; private set; }

    /// <summary>That officer's name when it was assigned, for lists.</summary>
    public string? AssignedToName { get; private set; }

    /// <summary>受理: when the authority took it up; null before, and again after a return.</summary>
    public DateTime? AcceptedAt { get; private set; }

    /// <summary>How often it was returned for correction.</summary>
    public int Returns { get; private set; }

    /// <summary>Whether it must be accepted before it can be approved or rejected.</summary>
    public bool AwaitsAcceptance(FilingKind kind) =>
        State == FilingState.Submitted && AcceptedAt is null && kind.AcceptanceDays is not null;

    /// <summary>
    /// 受理: starts the clock. Whoever lets the days for it pass has accepted by law on the day of receipt (行政许可法 art. 32), so that
    /// a late acceptance wins no time.
    /// </summary>
    public void Accept(int revision, FilingKind kind, DateOnly today, WorkingDays calendar, Officer officer, Process process)
    {
        RequireDecidable(revision, officer);
        if (!AwaitsAcceptance(kind))
            throw new Refused(new("这份备案已经受理。", "This filing has been accepted already."));
        var start = today > DueOn ? ChinaTime.DateAt(SubmittedAt!.Value) : today;
        (AcceptedAt, DueOn) = (process.Now, calendar.Add(start, kind.DecisionDays));
        Touch(process);
        process.Record(
            "FilingAccepted",
            "filing",
            Id,
            new
            {
                revision,
                authority = officer.AuthorityId,
                dueOn = DueOn,
            }
        );
    }

    /// <summary>
    /// Gives it to an officer of the authority in charge, or to nobody in particular. The filer's open form is none the worse for it:
    /// the version stays.
    /// </summary>
    public void Assign(Officer? to, Officer by, Process process)
    {
        if (AuthorityId != by.AuthorityId || State is not (FilingState.Submitted or FilingState.Returned))
            throw new Refused(
                new("这份备案已不在本机关办理，不能再分派。", "This filing is no longer with this authority and cannot be assigned.")
            );
        if (to is not null && to.AuthorityId != AuthorityId)
            throw new Refused(new("只能分给本机关的审核人员。", "It can be given to officers of this authority only."));
        if (AssignedToId == to?.AccountId)
            return;
        process.Record("FilingAssigned", "filing", Id, new { from = AssignedToId, to = to?.AccountId });
        (AssignedToId, AssignedToName) = (to?.AccountId, to?.Name);
    }

    private void Settle(Outcome outcome, Process process)
    {
        if (outcome == Outcome.Returned)
            (Returns, AcceptedAt) = (Returns + 1, null);
        else
            AcceptedAt ??= process.Now; // a decision includes what was not a step of its own
    }

    private void LeaveDesk() => (AssignedToId, AssignedToName, AcceptedAt) = (null, null, null);
}
