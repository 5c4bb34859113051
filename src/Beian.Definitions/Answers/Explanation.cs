namespace Beian.Definitions.Answers;

/// <summary>A value that decided something, as people read it.</summary>
/// <param name="Label">What it is (经营者性质).</param>
/// <param name="Text">What it says (个体工商户); personal values are masked, a missing one is said to be so.</param>
public sealed record Reason(LocalizedText Label, LocalizedText Text);

/// <summary>Why a field applies and why it must be filled in: the values its conditions used.</summary>
/// <param name="Relevant">What its own condition and that of its section looked at; empty where it always applies.</param>
/// <param name="Required">What the condition that makes it obligatory looked at; empty where it always or never is.</param>
public sealed record Explanation(IReadOnlyList<Reason> Relevant, IReadOnlyList<Reason> Required);
