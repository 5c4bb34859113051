namespace Beian.Definitions.Expressions;

/// <summary>
/// Compiles what looks at the rows of a table one by one: <c>all</c>, <c>any</c>, <c>count-if</c> and <c>sum-if</c>. Their conditions name the
/// columns of the row as they are called inside the table, besides everything else.
/// </summary>
internal static class TableForms
{
    public static Compiled Compile(Compiler compiler, CallNode node)
    {
        if (compiler.Table(node.Arguments[0]) is not var (rows, inside))
        {
            compiler.FailNoTable(node.Arguments[0], node.Function);
            return Compiled.Nothing;
        }
        var holds = inside.Expect(node.Arguments[1], ValueKind.Boolean).Run;
        if (node.Function == "sum-if")
        {
            var number = inside.Expect(node.Arguments[2], ValueKind.Number).Run;
            return new Compiled(ValueKind.Number, values => Sum(rows(values).Where(r => holds(r).IsTrue).Select(number)));
        }
        return node.Function switch
        {
            "count-if" => new Compiled(ValueKind.Number, values => Value.Of((decimal)rows(values).Count(r => holds(r).IsTrue))),
            "all" => new Compiled(ValueKind.Boolean, values => Together(rows(values).Select(holds), deciding: false)),
            _ => new Compiled(ValueKind.Boolean, values => Together(rows(values).Select(holds), deciding: true)),
        };
    }

    /// <summary>Kleene's and (deciding: false) or or (deciding: true) of many; of none at all the other truth.</summary>
    private static Value Together(IEnumerable<Value> truths, bool deciding)
    {
        var undecided = false;
        foreach (var truth in truths)
        {
            if (truth.IsMissing)
                undecided = true;
            else if (truth.Boolean == deciding)
                return truth;
        }
        return undecided ? Value.Missing : Value.Of(!deciding);
    }

    // As with sum, rows without a number are skipped.
    private static Value Sum(IEnumerable<Value> numbers) => Binaries.Possible(() => numbers.Where(n => !n.IsMissing).Sum(n => n.Number));
}
