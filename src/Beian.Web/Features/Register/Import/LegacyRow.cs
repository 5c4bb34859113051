using Beian.Definitions.Answers;
using Beian.Web.Features.Filings;

namespace Beian.Web.Features.Register.Import;

/// <summary>A row of the former system that is in order.</summary>
/// <param name="Line">Where it begins in the file.</param>
/// <param name="State">How its entry stands; null: it waits for a decision.</param>
/// <param name="Answers">All it says, as the form keeps it.</param>
/// <param name="Number">登记表编号; empty for one that waits.</param>
/// <param name="Code">The 13-digit code; may be empty.</param>
public sealed record LegacyRow(
    long Line,
    EntryState? State,
    AnswerSet Answers,
    Subject Subject,
    string Number,
    string Code,
    string AuthorityId,
    DateOnly FirstApprovedOn,
    DateOnly ApprovedOn,
    DateOnly? SubmittedOn
)
{
    /// <summary>The subject's code as codes are compared.</summary>
    public string CodeKey { get; } = Subject.CodeKey;
}
