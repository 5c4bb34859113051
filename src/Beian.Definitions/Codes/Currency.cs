namespace Beian.Definitions.Codes;

/// <summary>A currency (ISO 4217).</summary>
/// <param name="Code">Three letters.</param>
/// <param name="Name">Its name.</param>
public sealed record Currency(string Code, LocalizedText Name);
