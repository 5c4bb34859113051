namespace Beian.Definitions.Codes;

/// <summary>A country or region (ISO 3166-1).</summary>
/// <param name="Code">Two letters.</param>
/// <param name="Name">Its name.</param>
public sealed record Country(string Code, LocalizedText Name);
