using Beian.Definitions.Expressions;

namespace Beian.Definitions.Packs;

/// <summary>A rule across fields.</summary>
/// <param name="Code">A stable code, named by the problem.</param>
/// <param name="Level">Hard or soft.</param>
/// <param name="Control">The control its problem stands beside.</param>
/// <param name="Check">What must hold; missing: the rule is skipped unless <paramref name="Missing"/> says otherwise.</param>
/// <param name="Missing">How a missing value is read.</param>
/// <param name="Message">What is wrong when it does not hold.</param>
public sealed record RuleDefinition(
    string Code,
    Answers.ProblemLevel Level,
    string Control,
    Expression Check,
    MissingPolicy Missing,
    LocalizedText Message
);

/// <summary>How a rule reads missing values.</summary>
public enum MissingPolicy
{
    /// <summary>The rule says nothing.</summary>
    Skip,

    /// <summary>Missing numbers are zero.</summary>
    Zero,

    /// <summary>The rule fails.</summary>
    Fail,
}
