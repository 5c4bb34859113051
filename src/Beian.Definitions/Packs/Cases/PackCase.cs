using Beian.Definitions.Answers;
using Beian.Definitions.Packs.Nodes;

namespace Beian.Definitions.Packs.Cases;

/// <summary>An example written with a pack: answers, and what the engine must say of them.</summary>
/// <param name="File">The file it stands in.</param>
/// <param name="Name">Its name.</param>
/// <param name="Context">What the evaluation knows besides the answers.</param>
/// <param name="Answers">What is filled in.</param>
/// <param name="Expected">What the engine must say.</param>
/// <param name="Approval">What happens at approval; null where the case ends before.</param>
internal sealed record PackCase(
    string File,
    ScalarNode Name,
    EvaluationContext Context,
    AnswerSet Answers,
    Expectation Expected,
    ApprovalCase? Approval
);

/// <summary>What the engine must say.</summary>
/// <param name="At">Where it stands, for what is not as expected.</param>
/// <param name="Problems">All problems as <c>control/code</c>, in the order of the form; null: not compared.</param>
/// <param name="Values">Answers after evaluation; an empty text stands for no answer.</param>
internal sealed record Expectation(Node At, IReadOnlyList<string>? Problems, IReadOnlyList<KeyValuePair<ScalarNode, ScalarNode>> Values);

/// <summary>The approval that follows: the officer's answers, the drawn numbers, the authority's four digits (none for one that gives none).</summary>
internal sealed record ApprovalCase(
    string AuthorityPrefix,
    IReadOnlyList<KeyValuePair<ScalarNode, ScalarNode>> Answers,
    Expectation Expected
);
