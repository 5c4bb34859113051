namespace Beian.Definitions.Expressions;

/// <summary>The kinds of value in words, for messages.</summary>
internal static class Kinds
{
    public static string Zh(ValueKind kind) =>
        kind switch
        {
            ValueKind.Number => "数字",
            ValueKind.Text => "文本",
            ValueKind.Boolean => "是/否",
            ValueKind.Date => "日期",
            _ => "空值",
        };

    public static string En(ValueKind kind) =>
        kind switch
        {
            ValueKind.Number => "a number",
            ValueKind.Text => "a text",
            ValueKind.Boolean => "true/false",
            ValueKind.Date => "a date",
            _ => "nothing",
        };

    /// <summary>What the author probably wants to write instead.</summary>
    public static string HintZh(Node node, ValueKind wanted) => Hint(node, wanted) is { } hint ? $"可写成 {hint} 。" : "";

    /// <inheritdoc cref="HintZh"/>
    public static string HintEn(Node node, ValueKind wanted) => Hint(node, wanted) is { } hint ? $" Write {hint}." : "";

    private static string? Hint(Node node, ValueKind wanted) =>
        (wanted, node) switch
        {
            (ValueKind.Date, LiteralNode { Value.Kind: ValueKind.Text }) => $"date({Printer.Print(node)})",
            (ValueKind.Text, LiteralNode { Value.Kind: ValueKind.Number }) => $"'{Printer.Print(node)}'",
            (ValueKind.Boolean, LiteralNode { Value: { Kind: ValueKind.Text, Text: "true" or "false" } literal }) => literal.Text,
            _ => null,
        };
}
