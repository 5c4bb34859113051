namespace Beian.Definitions.Expressions;

/// <summary>
/// Compiles sum, avg, count, distinct, min and max over a column of a table or a line of a grid, where blank rows are skipped, and min and max over values,
/// where a missing one makes the outcome missing as with any operator.
/// </summary>
internal static class Aggregates
{
    public static Compiled Compile(Compiler compiler, CallNode node)
    {
        if (node.Arguments.Count > 1)
            return OfValues(compiler, node);
        if (node.Function == "count" && compiler.Table(node.Arguments[0]) is var (rows, _))
            return new Compiled(ValueKind.Number, values => Value.Of((decimal)rows(values).Count));
        if (compiler.Column(node.Arguments[0]) is not var (kind, present))
        {
            compiler.FailNoColumn(node.Arguments[0], node.Function);
            return Compiled.Nothing;
        }
        if (!Takes(node.Function, kind))
        {
            compiler.Fail(
                node.Arguments[0].Position,
                $"{node.Function} 不能用于{Kinds.Zh(kind)}。",
                $"{node.Function} does not apply to {Kinds.En(kind)}."
            );
            return Compiled.Nothing;
        }
        return node.Function switch
        {
            "count" => new Compiled(ValueKind.Number, values => Value.Of((decimal)present(values).Count())),
            "distinct" => new Compiled(ValueKind.Number, values => Value.Of((decimal)present(values).Distinct().Count())),
            "sum" => new Compiled(kind, values => Binaries.Possible(() => present(values).Sum(v => v.Number))),
            "avg" => new Compiled(kind, values => Average([.. present(values)])),
            _ => new Compiled(kind, values => Extreme(node.Function, present(values))),
        };
    }

    private static Compiled OfValues(Compiler compiler, CallNode node)
    {
        var first = compiler.Compile(node.Arguments[0]);
        if (first.Kind != ValueKind.Missing && !Takes(node.Function, first.Kind))
            compiler.Fail(
                node.Arguments[0].Position,
                $"{node.Function} 不能用于{Kinds.Zh(first.Kind)}。",
                $"{node.Function} does not apply to {Kinds.En(first.Kind)}."
            );
        var kind = first.Kind;
        Func<IValueSource, Value>[] operands = [first.Run, .. node.Arguments.Skip(1).Select(Other)];
        return new Compiled(
            kind,
            values =>
            {
                var given = operands.Select(o => o(values)).ToArray();
                return given.Any(v => v.IsMissing) ? Value.Missing : Extreme(node.Function, given);
            }
        );

        Func<IValueSource, Value> Other(Node argument)
        {
            if (kind != ValueKind.Missing)
                return compiler.Expect(argument, kind).Run;
            var compiled = compiler.Compile(argument);
            kind = compiled.Kind;
            return compiled.Run;
        }
    }

    private static bool Takes(string function, ValueKind kind) =>
        kind == ValueKind.Missing
        || function switch
        {
            "count" or "distinct" => true,
            "min" or "max" => kind is ValueKind.Number or ValueKind.Date,
            _ => kind == ValueKind.Number,
        };

    private static Value Average(IReadOnlyCollection<Value> present) => Binaries.Possible(() => present.Sum(v => v.Number) / present.Count);

    private static Value Extreme(string function, IEnumerable<Value> present)
    {
        var best = Value.Missing;
        foreach (var value in present)
            if (best.IsMissing || (Binaries.Compare(value, best) is var order && function == "min" ? order < 0 : order > 0))
                best = value;
        return best;
    }
}
