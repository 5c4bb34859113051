using Beian.Definitions;
using Beian.Web.Data;

namespace Beian.Web.Features.Filings;

/// <summary>What an approval entered into the register: the filing's answers with what the authority and the system added.</summary>
/// <param name="Answers">JSON of those that are not personal.</param>
/// <param name="PersonalAnswers">The personal ones, sealed with the filing's key; null where there are none.</param>
/// <param name="ApprovedAt">When, in UTC.</param>
public sealed record EnteredAnswers(string Answers, string? PersonalAnswers, DateTime ApprovedAt)
{
    /// <summary>What is to stand across its sheets because it no longer holds (旧表, 已注销 …); null while it does.</summary>
    public LocalizedText? Mark { get; init; }
}

/// <summary>The answers a filing was entered with; null where it was not. Answered by the register, as <see cref="CodeHasEntry"/>.</summary>
public delegate Task<EnteredAnswers?> FindEnteredAnswers(AppDb db, Guid filing, CancellationToken stop);
