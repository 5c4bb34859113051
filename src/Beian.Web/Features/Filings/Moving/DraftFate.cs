using Beian.Definitions;
using Beian.Definitions.Answers;

namespace Beian.Web.Features.Filings.Moving;

/// <summary>What a migration does to one draft.</summary>
public enum MoveOutcome
{
    /// <summary>It moves; its answers are the same.</summary>
    Unchanged,

    /// <summary>It moves, and its answers change.</summary>
    Changed,

    /// <summary>It moves and loses answers the migration gives up.</summary>
    Loses,

    /// <summary>It stays where it is.</summary>
    Blocked,
}

/// <summary>What a migration does to one draft.</summary>
/// <param name="Number">The draft's 系统编号.</param>
/// <param name="Lost">The controls whose answers it loses.</param>
/// <param name="Blocked">Why it stays; empty where it moves.</param>
/// <param name="Answers">Its answers after the move.</param>
public sealed record DraftFate(
    string Number,
    MoveOutcome Outcome,
    IReadOnlyList<string> Lost,
    IReadOnlyList<LocalizedText> Blocked,
    AnswerSet Answers
);

/// <summary>What a migration does to all drafts of a service, or did.</summary>
/// <param name="Fates">One for each draft below the new version.</param>
/// <param name="Staying">Filings that were sent already: they keep the version they were sent with.</param>
public sealed record MoveReport(IReadOnlyList<DraftFate> Fates, int Staying)
{
    /// <summary>How many drafts have an outcome.</summary>
    public int Count(MoveOutcome outcome) => Fates.Count(f => f.Outcome == outcome);
}

/// <summary>What was undone.</summary>
/// <param name="Back">How many drafts are as they were.</param>
/// <param name="Edited">The numbers of those edited since, which stay.</param>
public sealed record UndoReport(string Service, string ToVersion, int Back, IReadOnlyList<string> Edited);
