namespace Beian.Definitions.Fields;

/// <summary>One of the answers offered.</summary>
/// <param name="Code">How it is kept.</param>
/// <param name="Label">How people read it.</param>
public sealed record Choice(string Code, LocalizedText Label);
