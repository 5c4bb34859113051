using Beian.Definitions.Answers;
using Beian.Web.Data;

namespace Beian.Web.Features.Filings;

/// <summary>How filings of the former system become filings of this one.</summary>
public sealed partial class Filing
{
    /// <summary>
    /// What waits for a decision in the former system, with its papers at the office: sent, as it was there, by an enterprise without an account.
    /// </summary>
    /// <param name="submittedAt">When it was handed in there.</param>
    /// <param name="dueOn">The last day for the decision, counted from now on.</param>
    public Revision TakeOver(
        SealedAnswers answers,
        Subject subject,
        EvaluationContext context,
        DateTime submittedAt,
        DateOnly dueOn,
        Process process
    )
    {
        (Answers, PersonalAnswers) = (answers.Plain, answers.Personal);
        Name(subject);
        var revision = new Revision(this, ++Revision, answers, [], context, null, process);
        (State, SubmittedAt, DueOn) = (FilingState.Submitted, submittedAt, dueOn);
        process.Record(
            "FilingTakenOver",
            "filing",
            Id,
            new
            {
                revision = revision.Number,
                sha256 = revision.Sha256,
                authority = AuthorityId,
                dueOn,
            }
        );
        return revision;
    }

    /// <summary>What the former system approved, when its enterprise gets an account: the approved filing that changes start from.</summary>
    public Revision TakeOverApproved(
        SealedAnswers answers,
        Subject subject,
        EvaluationContext context,
        DateTime approvedAt,
        Process process
    )
    {
        (Answers, PersonalAnswers) = (answers.Plain, answers.Personal);
        Name(subject);
        var revision = new Revision(this, ++Revision, answers, [], context, null, process);
        (State, SubmittedAt, DecidedAt) = (FilingState.Approved, approvedAt, approvedAt);
        process.Record("FilingTakenOver", "filing", Id, new { revision = revision.Number, sha256 = revision.Sha256 });
        return revision;
    }
}
