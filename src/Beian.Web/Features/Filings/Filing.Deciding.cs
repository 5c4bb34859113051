using Beian.Definitions.Answers;
using Beian.Web.Authorities;
using Beian.Web.Data;
using Beian.Web.Web;

namespace Beian.Web.Features.Filings;

/// <summary>What authorities do with a filing.</summary>
public sealed partial class Filing
{
    /// <summary>An officer's decision on a revision. Refused when it is no longer the one to decide.</summary>
    /// <param name="answers">What the authority fills in at an approval; empty otherwise.</param>
    public Decision Decide(
        Outcome outcome,
        int revision,
        string reason,
        IReadOnlyDictionary<string, string> fieldReasons,
        AnswerSet answers,
        Officer officer,
        Process process
    )
    {
        RequireDecidable(revision, officer);
        State = outcome switch
        {
            Outcome.Approved => FilingState.Approved,
            Outcome.Returned => FilingState.Returned,
            Outcome.Rejected => FilingState.Rejected,
            _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
        };
        Settle(outcome, process);
        DecidedAt = process.Now;
        DueOn = null;
        HasWorkingCopy = false;
        Touch(process);
        process.Record($"Filing{outcome}", "filing", Id, new { revision, authority = officer.AuthorityId });
        return new Decision(this, outcome, reason, fieldReasons, answers, officer, process);
    }

    /// <summary>Hands the filing on to the authority that is in charge of it, where the limit starts anew.</summary>
    public Decision Transfer(Authority to, int revision, string reason, DateOnly dueOn, Officer officer, Process process)
    {
        RequireDecidable(revision, officer);
        if (to.Id == AuthorityId)
            throw new Refused(new("这份备案已在该机关。", "This filing is at that authority already."));
        process.Record(
            "FilingTransferred",
            "filing",
            Id,
            new
            {
                revision,
                from = AuthorityId,
                to = to.Id,
                dueOn,
            }
        );
        LeaveDesk();
        (AuthorityId, DueOn) = (to.Id, dueOn);
        Touch(process);
        return new Decision(this, Outcome.Transferred, reason, new Dictionary<string, string>(), AnswerSet.Empty, officer, process);
    }

    private void RequireDecidable(int revision, Officer officer)
    {
        if (AuthorityId != officer.AuthorityId)
            throw new Refused(
                new("这份备案由其他机关审核，您只能查看。", "Another authority decides on this filing; you can read it only.")
            );
        if (State != FilingState.Submitted)
            throw new Refused(
                new(
                    "这份备案已由他人处理，当前不在待审状态。",
                    "Somebody has already dealt with this filing; it is no longer waiting for review."
                )
            );
        if (revision != Revision)
            throw new Refused(
                new("企业已上报新的版本，请查看后再处理。", "The enterprise has submitted a newer revision; please look at it first.")
            );
    }
}
