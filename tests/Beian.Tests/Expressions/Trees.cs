using Beian.Definitions.Expressions;

namespace Beian.Tests.Expressions;

/// <summary>Makes random trees whose kinds fit.</summary>
internal sealed class Trees(Random random)
{
    /// <summary>A tree of a kind, at most <paramref name="depth"/> levels above its leaves.</summary>
    public Node Of(ValueKind kind, int depth)
    {
        if (depth == 0 || random.Next(6) == 0)
            return Leaf(kind);
        return (kind, random.Next(6)) switch
        {
            (_, 0) => Binary("??", Of(kind, depth - 1), Of(kind, depth - 1)),
            (_, 1) => Call("if", Of(ValueKind.Boolean, depth - 1), Of(kind, depth - 1), Of(kind, depth - 1)),
            (ValueKind.Number, 2) => new NegateNode(0, Of(kind, depth - 1)),
            (ValueKind.Number, 3) => OfNumber(depth),
            (ValueKind.Number, _) => Binary(One("+", "-", "*", "/", "%"), Of(kind, depth - 1), Of(kind, depth - 1)),
            (ValueKind.Text, 2) => Call("upper", Of(kind, depth - 1)),
            (ValueKind.Text, 3) => Call("mid", Of(kind, depth - 1), Of(ValueKind.Number, depth - 1), Of(ValueKind.Number, depth - 1)),
            (ValueKind.Text, _) => Binary("+", Of(kind, depth - 1), Of(kind, depth - 1)),
            (ValueKind.Date, < 4) => Call(One("min", "max"), Of(kind, depth - 1), Of(kind, depth - 1)),
            (ValueKind.Date, _) => Call("date", Binary("+", Of(ValueKind.Text, depth - 1), Of(ValueKind.Text, depth - 1))),
            (_, 2) => new NotNode(0, Of(kind, depth - 1)),
            (_, 3) => OfTruth(depth),
            _ => Binary(One("and", "or"), Of(kind, depth - 1), Of(kind, depth - 1)),
        };
    }

    private CallNode OfNumber(int depth) =>
        random.Next(5) switch
        {
            0 => Call("round", Of(ValueKind.Number, depth - 1), Of(ValueKind.Number, depth - 1)),
            1 => Call(One("min", "max"), Of(ValueKind.Number, depth - 1), Of(ValueKind.Number, depth - 1)),
            2 => Call(One("sum", "avg", "count", "min", "max"), new NameNode(0, "stores.area")),
            3 => Call("days-between", Of(ValueKind.Date, depth - 1), Of(ValueKind.Date, depth - 1)),
            _ => Call("length", Of(ValueKind.Text, depth - 1)),
        };

    private Node OfTruth(int depth)
    {
        var kind = (ValueKind)random.Next(1, 5);
        var (left, right) = (NotEmpty(Of(kind, depth - 1)), NotEmpty(Of(kind, depth - 1)));
        return random.Next(5) switch
        {
            0 => Call("is-missing", left),
            1 => Call("one-of", left, right, Of(kind, depth - 1)),
            2 when kind != ValueKind.Boolean => Binary(One("<", "<=", ">", ">="), left, right),
            3 => Call("attached", new LiteralNode(0, Value.Of("fLicence"))),
            _ => Binary(One("=", "!="), left, right),
        };
    }

    private Node Leaf(ValueKind kind)
    {
        if (random.Next(2) == 0)
            return new NameNode(0, One([.. Values.Names.Names.Where(n => n.Value == kind).Select(n => n.Key)]));
        return kind switch
        {
            ValueKind.Number => new LiteralNode(0, Value.Of(One(0m, 1m, 2.50m, 1000000.01m, decimal.MaxValue))),
            ValueKind.Text => new LiteralNode(0, Value.Of(One("", "a", "it's", "say \"yes\"", "'\"'", "\"\"'", "and", "中文 （全角）\n"))),
            ValueKind.Boolean => new LiteralNode(0, Value.Of(random.Next(2) == 0)),
            _ => Call("today"),
        };
    }

    // A comparison with an empty text is refused.
    private static Node NotEmpty(Node node) =>
        node is LiteralNode { Value: { Kind: ValueKind.Text, Text: "" } } ? new NameNode(0, "route") : node;

    private T One<T>(params T[] choices) => choices[random.Next(choices.Length)];

    private static BinaryNode Binary(string symbol, Node left, Node right) => new(0, Operator.All[symbol], left, right);

    private static CallNode Call(string function, params Node[] arguments) => new(0, function, arguments);
}
