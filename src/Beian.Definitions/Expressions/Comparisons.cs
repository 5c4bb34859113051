namespace Beian.Definitions.Expressions;

/// <summary>Finds where an expression compares a name with a text.</summary>
internal static class Comparisons
{
    /// <summary>Each name that is compared with a text, with the text and where it stands in the source.</summary>
    public static IEnumerable<(string Name, string Text, int Position)> WithTexts(Node tree)
    {
        var found = tree switch
        {
            BinaryNode { Operator.Symbol: "=" or "!=" } equal => Pair(equal.Left, equal.Right).Concat(Pair(equal.Right, equal.Left)),
            CallNode { Function: "one-of", Arguments: { Count: > 0 } arguments } => arguments
                .Skip(1)
                .SelectMany(c => Pair(arguments[0], c)),
            _ => [],
        };
        return found.Concat(Below(tree).SelectMany(WithTexts));
    }

    private static IEnumerable<(string, string, int)> Pair(Node name, Node text) =>
        (name, text) is (NameNode { Name: var named }, LiteralNode { Value.Kind: ValueKind.Text } literal)
            ? [(named, literal.Value.Text, literal.Position)]
            : [];

    private static IEnumerable<Node> Below(Node node) =>
        node switch
        {
            NotNode not => [not.Operand],
            NegateNode minus => [minus.Operand],
            BinaryNode binary => [binary.Left, binary.Right],
            CallNode call => call.Arguments,
            _ => [],
        };
}
