namespace Beian.Definitions.Packs;

/// <summary>A law or guide with its validity.</summary>
/// <param name="Code">File name without extension.</param>
/// <param name="Title">Its title.</param>
/// <param name="EffectiveFrom">In force from.</param>
/// <param name="EffectiveTo">In force to; null: still.</param>
/// <param name="Markdown">The text, in Chinese.</param>
public sealed record Law(string Code, LocalizedText Title, DateOnly EffectiveFrom, DateOnly? EffectiveTo, string Markdown);
