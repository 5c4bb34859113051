namespace Beian.Definitions.Answers;

/// <summary>What an evaluation may know besides the answers. A revision stores the one it was judged with.</summary>
/// <param name="Today">The date in China when the answers are judged.</param>
/// <param name="Route">The route of the filing chosen at the start (<c>uscc</c>, <c>other</c>).</param>
/// <param name="Kind">The kind of filing (<c>initial</c>, <c>change</c> …).</param>
/// <param name="Attachments">The codes of the attachments that are there.</param>
/// <param name="AuthorityPrefix">The four digits with which the deciding authority begins its codes; empty before approval.</param>
public sealed record EvaluationContext(
    DateOnly Today,
    string Route,
    string Kind,
    IReadOnlySet<string> Attachments,
    string AuthorityPrefix = ""
);
