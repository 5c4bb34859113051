namespace Beian.Definitions.Packs;

/// <summary>An instrument a service rests on.</summary>
/// <param name="Instrument">What it is called, with who issued it.</param>
/// <param name="Article">The article that says so; null: the whole.</param>
/// <param name="EffectiveFrom">In force from.</param>
/// <param name="EffectiveTo">In force to; null: still.</param>
/// <param name="Note">What to know about it; null: nothing.</param>
public sealed record LegalBasis(
    LocalizedText Instrument,
    string? Article,
    DateOnly EffectiveFrom,
    DateOnly? EffectiveTo,
    LocalizedText? Note
);
