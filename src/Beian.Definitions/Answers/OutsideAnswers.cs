using Beian.Definitions.Packs;

namespace Beian.Definitions.Answers;

/// <summary>Answers that a filing is judged with but does not hold itself.</summary>
/// <param name="Origin">Where they come from, for whoever asks later: <c>entry 00000001 version 2</c>.</param>
/// <param name="Answers">The answers, as kept there.</param>
public sealed record OutsideAnswers(string Origin, AnswerSet Answers)
{
    /// <summary>Takes answers over without the personal ones, which no expression reads and no revision stores twice.</summary>
    public static OutsideAnswers Of(Pack pack, string origin, AnswerSet answers) =>
        new(origin, answers.Without(control => pack.Form.FindByControl(control) is not { Personal: false }));
}
