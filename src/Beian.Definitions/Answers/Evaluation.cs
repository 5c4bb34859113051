namespace Beian.Definitions.Answers;

/// <summary>What the engine says of a set of answers: the same for the page, for <c>/check</c> and for a submission.</summary>
/// <param name="Answers">The answers, normalised, with calculated values; irrelevant ones are still here.</param>
/// <param name="Relevant">Codes of the sections, fields and attachments that apply.</param>
/// <param name="Required">Codes of the fields and attachments that must be answered by the enterprise.</param>
/// <param name="Problems">All problems, in the order of the form.</param>
public sealed record Evaluation(
    AnswerSet Answers,
    IReadOnlySet<string> Relevant,
    IReadOnlySet<string> Required,
    IReadOnlyList<Problem> Problems
)
{
    /// <summary>Whether these answers may be submitted.</summary>
    public bool MaySubmit => Problems.All(p => p.Level != ProblemLevel.Hard);
}
