using Beian.Definitions.Answers;
using Beian.Web.Features.Filings.Signing;

namespace Beian.Web.Features.Filings;

/// <summary>What became of a save.</summary>
/// <param name="Filing">As it is now.</param>
/// <param name="Evaluation">What the server says of the answers.</param>
/// <param name="AccountProblems">Why there is no account yet.</param>
/// <param name="FileProblems">Why files were not kept.</param>
/// <param name="Submitted">The revision sent; null when none was.</param>
/// <param name="AccountMade">Whether this save made the account.</param>
/// <param name="Sheet">How the signed sheet and the answers go together; null where none is asked for.</param>
public sealed record Saved(
    Filing Filing,
    Evaluation Evaluation,
    IReadOnlyList<Problem> AccountProblems,
    IReadOnlyList<Problem> FileProblems,
    Revision? Submitted,
    bool AccountMade,
    SheetState? Sheet
);
