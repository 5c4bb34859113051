namespace Beian.Definitions.Fields;

/// <summary>A question people ask about a field, behind its question mark.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Question">What they ask.</param>
/// <param name="Answer">What is answered.</param>
public sealed record FieldQuestion(string Code, LocalizedText Question, LocalizedText Answer);
