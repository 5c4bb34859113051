using Beian.Definitions.Fields;

namespace Beian.Definitions.Sheets;

/// <summary>What stands in a cell of a sheet.</summary>
public abstract record SheetContent
{
    /// <summary>The codes of the fields whose answers it prints.</summary>
    public virtual IEnumerable<string> Fields => [];
}

/// <summary>A text in which values may stand.</summary>
/// <param name="Template">The text and its values.</param>
/// <param name="Otherwise">What is printed where none of its values is there; null: the text with gaps.</param>
public sealed record SheetText(SheetTemplate Template, LocalizedText? Otherwise) : SheetContent
{
    /// <inheritdoc/>
    public override IEnumerable<string> Fields =>
        Template.Values.Where(v => !SheetFacts.Names.Contains(v.Name)).Select(v => v.Name.Split('.', 2)[0]);
}

/// <summary>All answers a field offers, each with a box that is ticked or not.</summary>
/// <param name="Field">A choice, choices or yes-no field.</param>
/// <param name="Choices">The answers, in order.</param>
public sealed record SheetChecks(Field Field, IReadOnlyList<Choice> Choices) : SheetContent
{
    /// <inheritdoc/>
    public override IEnumerable<string> Fields => [Field.Code];
}

/// <summary>The QR code that ties a signed copy to its answers, with a short code to be typed below it. Other copies leave its place empty.</summary>
public sealed record SheetQr : SheetContent;

/// <summary>Says which copy this is (申请, 公开信息); empty on a blank sheet and on the register's copy.</summary>
public sealed record SheetCopyMark : SheetContent;
