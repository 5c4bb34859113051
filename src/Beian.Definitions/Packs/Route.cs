namespace Beian.Definitions.Packs;

/// <summary>A way of filing (统一社会信用代码, 其他).</summary>
/// <param name="Code">Its code.</param>
/// <param name="Label">What it is called.</param>
/// <param name="Hint">Who chooses it.</param>
public sealed record Route(string Code, LocalizedText Label, LocalizedText? Hint)
{
    /// <summary>The levels of authority that take filings of this way (0 ministry … 3 district); empty: every office that gives codes.</summary>
    public IReadOnlyList<int> Levels { get; init; } = [];
}
