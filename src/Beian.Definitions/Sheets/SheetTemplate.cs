namespace Beian.Definitions.Sheets;

/// <summary>A text with places for values, in both languages: <c>注册资金 {regCapital.amount} 元</c>.</summary>
/// <param name="Zh">The pieces of the Chinese text, in order.</param>
/// <param name="En">The pieces of the English text, in order.</param>
public sealed record SheetTemplate(IReadOnlyList<SheetPiece> Zh, IReadOnlyList<SheetPiece> En)
{
    /// <summary>The values of the Chinese text; the English one has the same.</summary>
    public IEnumerable<SheetValue> Values => Zh.Select(p => p.Value).OfType<SheetValue>();

    /// <summary>Whether it is a fixed text.</summary>
    public bool IsFixed => !Values.Any();

    /// <summary>The pieces in a language.</summary>
    public IReadOnlyList<SheetPiece> In(Language language) => language == Language.En ? En : Zh;

    /// <summary>A text without values.</summary>
    public static SheetTemplate Fixed(LocalizedText text) => new([new(text.Zh, null)], [new(text.En, null)]);

    /// <summary>One value and nothing around it.</summary>
    public static SheetTemplate Of(SheetValue value) => new([new("", value)], [new("", value)]);
}

/// <summary>A piece of a text: a fixed text, or the place of a value.</summary>
/// <param name="Text">The fixed text; empty for a value.</param>
/// <param name="Value">The value; null for a fixed text.</param>
public sealed record SheetPiece(string Text, SheetValue? Value);

/// <summary>A value to print.</summary>
/// <param name="Name">A field's code, a form control's name (<c>regCapital.amount</c>) or one of <see cref="SheetFacts.Names"/>.</param>
/// <param name="Plain">Whether it is printed as it is kept (2020-01-05) and not as people read it (2020年1月5日).</param>
public sealed record SheetValue(string Name, bool Plain = false);
