namespace Beian.Definitions.Answers;

/// <summary>How much a problem weighs.</summary>
public enum ProblemLevel
{
    /// <summary>The filing cannot be submitted with it.</summary>
    Hard,

    /// <summary>Worth a second look; it does not stop a submission.</summary>
    Soft,
}

/// <summary>One thing wrong with an answer.</summary>
/// <param name="Control">The form control it stands beside (<c>uscc</c>, <c>regCapital.amount</c>).</param>
/// <param name="Code">A stable name for the kind of problem (<c>required</c>, <c>uscc-check</c>, or a rule's code).</param>
/// <param name="Message">What is wrong and what is expected, in plain words.</param>
/// <param name="Level">Whether it stops a submission.</param>
public sealed record Problem(string Control, string Code, LocalizedText Message, ProblemLevel Level = ProblemLevel.Hard)
{
    /// <summary>The values that a rule across fields compared; empty where the message says everything.</summary>
    public IReadOnlyList<Reason> Used { get; init; } = [];
}
