using Beian.Definitions;
using Beian.Web.Data;

namespace Beian.Web.Features.Filings.Kinds;

/// <summary>An entry of the register with the version that holds: what a filing of another kind than the first starts from.</summary>
/// <param name="Id">What filings name the entry by.</param>
/// <param name="Number">Its permanent number.</param>
/// <param name="Version">The version in force: 1, 2, 3 …</param>
/// <param name="AuthorityId">The authority that keeps it.</param>
/// <param name="DefinitionVersion">The version of the pack its answers were given under.</param>
/// <param name="Answers">JSON of the answers that are not personal.</param>
/// <param name="PersonalAnswers">The personal ones, sealed with the subject's key; null where there are none.</param>
/// <param name="Ended">How it ended (已注销 …); null while it holds.</param>
public sealed record EntryInForce(
    Guid Id,
    string Service,
    string Number,
    int Version,
    string CodeKey,
    string AuthorityId,
    string DefinitionVersion,
    string Answers,
    string? PersonalAnswers,
    LocalizedText? Ended
)
{
    /// <summary>The filing behind the version in force; null for an entry that came in without one.</summary>
    public Guid? FilingId { get; init; }
}

/// <summary>An entry by its id; null where there is none. Answered by the register, as <see cref="CodeHasEntry"/>.</summary>
public delegate Task<EntryInForce?> FindEntryInForce(AppDb db, Guid entry, CancellationToken stop);
