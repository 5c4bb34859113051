namespace Beian.Definitions.Expressions;

/// <summary>Compiles the operators between two operands.</summary>
internal static class Binaries
{
    public static Compiled Compile(Compiler compiler, BinaryNode node) =>
        node.Operator.Precedence switch
        {
            Precedence.Or or Precedence.And => Logic(compiler, node),
            Precedence.Comparison => Comparison(compiler, node),
            Precedence.Default => Default(compiler, node),
            _ when node.Operator.Symbol == "+" => Plus(compiler, node),
            _ => Arithmetic(
                node.Operator.Symbol,
                compiler.Expect(node.Left, ValueKind.Number),
                compiler.Expect(node.Right, ValueKind.Number)
            ),
        };

    // Kleene: true or missing is true, false and missing is false; everything else with a missing side is missing.
    private static Compiled Logic(Compiler compiler, BinaryNode node)
    {
        var left = compiler.Expect(node.Left, ValueKind.Boolean).Run;
        var right = compiler.Expect(node.Right, ValueKind.Boolean).Run;
        var deciding = Value.Of(node.Operator.Precedence == Precedence.Or);
        return new Compiled(
            ValueKind.Boolean,
            values =>
            {
                var first = left(values);
                if (first == deciding)
                    return deciding;
                var second = right(values);
                return second == deciding || !first.IsMissing ? second : Value.Missing;
            }
        );
    }

    private static Compiled Comparison(Compiler compiler, BinaryNode node)
    {
        var (left, right, kind) = compiler.ExpectSame(node.Left, node.Right);
        var symbol = node.Operator.Symbol;
        var ordering = symbol is not ("=" or "!=");
        if (ordering && kind == ValueKind.Boolean)
            compiler.Fail(node.Position, $"是/否不分大小，不能用 {symbol} 。", $"True and false have no order; {symbol} does not apply.");
        foreach (var side in new[] { node.Left, node.Right })
            if (side is LiteralNode { Value: { Kind: ValueKind.Text, Text: "" } })
                compiler.Fail(
                    side.Position,
                    "没有填写不是空文本，请用 is-missing(…)。",
                    "A blank is not an empty text; use is-missing(…)."
                );

        var holds = Holds(symbol);
        return Strict(ValueKind.Boolean, left, right, (a, b) => Value.Of(holds(Compare(a, b))));
    }

    /// <summary>Which order of its sides a comparison asks for.</summary>
    public static Func<int, bool> Holds(string symbol) =>
        symbol switch
        {
            "=" => order => order == 0,
            "!=" => order => order != 0,
            "<" => order => order < 0,
            "<=" => order => order <= 0,
            ">" => order => order > 0,
            _ => order => order >= 0,
        };

    /// <summary>The order of two present values of one kind; texts by their characters' codes.</summary>
    public static int Compare(Value a, Value b) =>
        a.Kind switch
        {
            ValueKind.Number => a.Number.CompareTo(b.Number),
            ValueKind.Text => string.CompareOrdinal(a.Text, b.Text),
            ValueKind.Boolean => a.Boolean.CompareTo(b.Boolean),
            _ => a.Date.CompareTo(b.Date),
        };

    private static Compiled Default(Compiler compiler, BinaryNode node)
    {
        var (left, right, kind) = compiler.ExpectSame(node.Left, node.Right);
        return new Compiled(kind, values => left.Run(values) is { IsMissing: false } value ? value : right.Run(values));
    }

    private static Compiled Plus(Compiler compiler, BinaryNode node)
    {
        var (left, right, kind) = compiler.ExpectSame(node.Left, node.Right);
        if (kind == ValueKind.Text)
            return Strict(kind, left, right, (a, b) => Value.Of(a.Text + b.Text));
        if (kind is ValueKind.Boolean or ValueKind.Date)
            compiler.Fail(
                node.Position,
                $"+ 只用于两个数字或两个文本，这里是{Kinds.Zh(kind)}。",
                $"+ takes two numbers or two texts, not {Kinds.En(kind)}."
            );
        return kind == ValueKind.Number ? Arithmetic("+", left, right) : Compiled.Nothing;
    }

    private static Compiled Arithmetic(string symbol, Compiled left, Compiled right)
    {
        Func<decimal, decimal, decimal> operation = symbol switch
        {
            "+" => decimal.Add,
            "-" => decimal.Subtract,
            "*" => decimal.Multiply,
            "/" => decimal.Divide,
            _ => decimal.Remainder,
        };
        return Strict(ValueKind.Number, left, right, (a, b) => Possible(() => operation(a.Number, b.Number)));
    }

    /// <summary>The number an operation gives; missing where it is impossible (division by zero, overflow).</summary>
    public static Value Possible(Func<decimal> operation)
    {
        try
        {
            return Value.Of(operation());
        }
        catch (ArithmeticException)
        {
            return Value.Missing;
        }
    }

    private static Compiled Strict(ValueKind kind, Compiled left, Compiled right, Func<Value, Value, Value> operation) =>
        new(
            kind,
            values =>
                left.Run(values) is { IsMissing: false } a && right.Run(values) is { IsMissing: false } b ? operation(a, b) : Value.Missing
        );
}
