namespace Beian.Definitions.Expressions;

/// <summary>What an expression may come out as while only some of its names are known.</summary>
/// <param name="Exact">Its value, where it is certain.</param>
/// <param name="MayBeTrue">Whether it may be true; of an uncertain value that is no truth: whether it may be there.</param>
/// <param name="MayBeFalse">Whether it may be false; of an uncertain value that is no truth: whether it may be there.</param>
/// <param name="MayBeMissing">Whether it may be missing.</param>
internal readonly record struct Outcome(Value? Exact, bool MayBeTrue, bool MayBeFalse, bool MayBeMissing)
{
    private static readonly Outcome _unknown = new(null, true, true, true);

    /// <summary>The outcome of a tree; <paramref name="known"/> gives the value of a name, null where it is not known.</summary>
    public static Outcome Of(Node tree, Func<string, Value?> known) =>
        tree switch
        {
            LiteralNode literal => Certain(literal.Value),
            NameNode name => known(name.Name) is { } value ? Certain(value) : _unknown,
            NotNode not => Of(not.Operand, known).Not(),
            BinaryNode binary => Of(binary, known),
            CallNode call => Of(call, known),
            _ => _unknown,
        };

    private bool IsMissing => Exact is { IsMissing: true };

    private Outcome Not() => Truth(MayBeFalse, MayBeTrue, MayBeMissing);

    private static Outcome Of(BinaryNode node, Func<string, Value?> known)
    {
        var (left, right) = (Of(node.Left, known), Of(node.Right, known));
        return node.Operator.Symbol switch
        {
            "and" => And(left, right),
            "or" => And(left.Not(), right.Not()).Not(),
            "??" => left.IsMissing ? right
            : left.Exact is not null || !left.MayBeMissing ? left
            : Either(left with { MayBeMissing = false }, right),
            "=" or "!=" or "<" or "<=" or ">" or ">=" => Compare(node.Operator.Symbol, left, right),
            _ => left.IsMissing || right.IsMissing ? Certain(Value.Missing) : _unknown,
        };
    }

    private static Outcome Of(CallNode node, Func<string, Value?> known)
    {
        var arguments = node.Arguments.Select(a => Of(a, known)).ToArray();
        return (node.Function, arguments) switch
        {
            ("if", [var condition, var then, var otherwise]) => If(condition, then, otherwise),
            ("is-missing", [var value]) => value.Exact is { } exact
                ? Certain(Value.Of(exact.IsMissing))
                : Truth(value.MayBeMissing, true, false),
            ("one-of", [var value, .. var choices]) => choices
                .Select(c => Compare("=", value, c))
                .Aggregate(Truth(false, true, false), (any, one) => And(any.Not(), one.Not()).Not()),
            ("attached", _) => Truth(true, true, false),
            ("today", _) => new(null, true, true, false),
            _ => Plain(node.Function, arguments),
        };
    }

    private static Outcome Plain(string function, Outcome[] arguments)
    {
        if (!Function.All.TryGetValue(function, out var plain))
            return _unknown;
        if (arguments.Any(a => a.IsMissing))
            return Certain(Value.Missing);
        return arguments.All(a => a.Exact is not null) ? Certain(plain.Run([.. arguments.Select(a => a.Exact!.Value)])) : _unknown;
    }

    private static Outcome If(Outcome condition, Outcome then, Outcome otherwise)
    {
        Outcome? result = condition.MayBeMissing ? Certain(Value.Missing) : null;
        if (condition.MayBeTrue)
            result = result is { } before ? Either(before, then) : then;
        if (condition.MayBeFalse)
            result = result is { } before ? Either(before, otherwise) : otherwise;
        return result ?? _unknown;
    }

    private static Outcome Compare(string symbol, Outcome left, Outcome right)
    {
        if (left.IsMissing || right.IsMissing)
            return Certain(Value.Missing);
        if (left.Exact is not { } a || right.Exact is not { } b || a.Kind != b.Kind)
            return Truth(true, true, left.MayBeMissing || right.MayBeMissing);
        return Certain(Value.Of(Binaries.Holds(symbol)(Binaries.Compare(a, b))));
    }

    private static Outcome And(Outcome a, Outcome b) =>
        Truth(
            a.MayBeTrue && b.MayBeTrue,
            a.MayBeFalse || b.MayBeFalse,
            a.MayBeMissing && (b.MayBeTrue || b.MayBeMissing) || b.MayBeMissing && (a.MayBeTrue || a.MayBeMissing)
        );

    private static Outcome Either(Outcome a, Outcome b) =>
        a == b ? a : new(null, a.MayBeTrue || b.MayBeTrue, a.MayBeFalse || b.MayBeFalse, a.MayBeMissing || b.MayBeMissing);

    private static Outcome Certain(Value value) =>
        value.Kind switch
        {
            ValueKind.Missing => new(value, false, false, true),
            ValueKind.Boolean => new(value, value.Boolean, !value.Boolean, false),
            _ => new(value, true, true, false),
        };

    private static Outcome Truth(bool mayBeTrue, bool mayBeFalse, bool mayBeMissing) =>
        (mayBeTrue, mayBeFalse, mayBeMissing) switch
        {
            (true, false, false) => Certain(Value.Of(true)),
            (false, true, false) => Certain(Value.Of(false)),
            (false, false, true) => Certain(Value.Missing),
            _ => new(null, mayBeTrue, mayBeFalse, mayBeMissing),
        };
}
