using Beian.Definitions.Answers;
using Beian.Web.Data.Bulk;
using Beian.Web.Features.Filings;
using Beian.Web.Features.Register.Search;

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

    /// <summary>Worked out before the database is asked, beside other rows; null for one that waits.</summary>
    public EntryRow? Entry { get; init; }
}

/// <summary>What the tables get of an entry.</summary>
/// <param name="Id">The entry's public id.</param>
/// <param name="VersionId">The id of its first version.</param>
/// <param name="PublicAnswers">JSON of what the public sees.</param>
/// <param name="Answers">JSON of all answers that are not personal.</param>
/// <param name="Personal">The personal ones, sealed; null where there are none.</param>
/// <param name="Sha256">Of all answers together.</param>
/// <param name="SubjectKey">The key the personal ones are sealed with, wrapped.</param>
/// <param name="Search">Its line in the search.</param>
public sealed record EntryRow(
    Guid Id,
    Guid VersionId,
    DateTime FirstApprovedAt,
    DateTime ApprovedAt,
    Utf8Text PublicAnswers,
    Utf8Text Answers,
    string? Personal,
    string Sha256,
    string? SubjectKey,
    SearchRow Search
);
