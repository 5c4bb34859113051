namespace Beian.Definitions.Packs;

/// <summary>One difference between two versions of a pack.</summary>
/// <param name="Text">What changed, as a sentence without a full stop.</param>
/// <param name="IsText">Whether only people's texts changed: what a minor version may do.</param>
/// <param name="Touches">Whose filings it is about.</param>
public sealed record PackChange(LocalizedText Text, bool IsText, ChangeTouch Touches);

/// <summary>Which filings a change is about: those that hold for all of what is named; nothing named: all.</summary>
/// <param name="Nobody">It changes nothing for a filing that is there (a new answer on offer).</param>
/// <param name="Fields">Fields of which one has an answer; empty: not asked.</param>
/// <param name="Answer">The answer that one of the fields has; null: any.</param>
/// <param name="Attachment">The attachment that is there; null: not asked.</param>
/// <param name="Route">The route; null: any.</param>
public sealed record ChangeTouch(
    bool Nobody = false,
    IReadOnlyList<string>? Fields = null,
    string? Answer = null,
    string? Attachment = null,
    string? Route = null
);
