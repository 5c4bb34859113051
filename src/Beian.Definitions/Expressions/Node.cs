namespace Beian.Definitions.Expressions;

/// <summary>A node of the parsed expression. Two are equal where they say the same, wherever they stood in the source.</summary>
internal abstract record Node(int Position)
{
    public virtual bool Equals(Node? other) => other is not null && EqualityContract == other.EqualityContract;

    public override int GetHashCode() => EqualityContract.GetHashCode();
}

internal sealed record LiteralNode(int Position, Value Value) : Node(Position);

internal sealed record NameNode(int Position, string Name) : Node(Position);

internal sealed record NotNode(int Position, Node Operand) : Node(Position);

internal sealed record NegateNode(int Position, Node Operand) : Node(Position);

internal sealed record BinaryNode(int Position, Operator Operator, Node Left, Node Right) : Node(Position);

internal sealed record CallNode(int Position, string Function, IReadOnlyList<Node> Arguments) : Node(Position)
{
    public bool Equals(CallNode? other) => base.Equals(other) && Function == other.Function && Arguments.SequenceEqual(other.Arguments);

    public override int GetHashCode() => HashCode.Combine(Function, Arguments.Count);
}
