namespace Beian.Definitions.Expressions;

/// <summary>Compiles calls: plain functions, and the forms that look at how their arguments are written.</summary>
internal static class Calls
{
    private const int Any = int.MaxValue;

    private sealed record Form(string Signature, int Least, int Most, Func<Compiler, CallNode, Compiled> Compile);

    private static readonly Dictionary<string, Form> Forms = new()
    {
        ["today"] = new("today()", 0, 0, (compiler, _) => compiler.Today()),
        ["if"] = new("if(condition, then, else)", 3, 3, If),
        ["is-missing"] = new("is-missing(value)", 1, 1, IsMissing),
        ["one-of"] = new("one-of(value, choice, …)", 2, Any, OneOf),
        ["attached"] = new("attached('fLicence')", 1, 1, Attached),
        ["all"] = new("all(table, condition)", 2, 2, TableForms.Compile),
        ["any"] = new("any(table, condition)", 2, 2, TableForms.Compile),
        ["count-if"] = new("count-if(table, condition)", 2, 2, TableForms.Compile),
        ["sum-if"] = new("sum-if(table, condition, number)", 3, 3, TableForms.Compile),
        ["distinct"] = new("distinct(table.column)", 1, 1, Aggregates.Compile),
        ["sum"] = new("sum(table.column)", 1, 1, Aggregates.Compile),
        ["avg"] = new("avg(table.column)", 1, 1, Aggregates.Compile),
        ["count"] = new("count(table) or count(table.column)", 1, 1, Aggregates.Compile),
        ["min"] = new("min(table.column)", 1, Any, Aggregates.Compile),
        ["max"] = new("max(table.column)", 1, Any, Aggregates.Compile),
    };

    /// <summary>How each function is written, in the order of the alphabet.</summary>
    public static IReadOnlyList<string> Signatures { get; } =
    [.. Forms.Values.Select(f => f.Signature).Concat(Function.All.Values.Select(f => f.Signature)).Order(StringComparer.Ordinal)];

    /// <summary>How a function is written; null where there is none of that name.</summary>
    public static string? Signature(string function) =>
        Forms.TryGetValue(function, out var form) ? form.Signature : Function.All.GetValueOrDefault(function)?.Signature;

    public static Compiled Compile(Compiler compiler, CallNode node)
    {
        if (Forms.TryGetValue(node.Function, out var form))
            return HasArguments(compiler, node, form.Signature, form.Least, form.Most) ? form.Compile(compiler, node) : Compiled.Nothing;
        if (Function.All.TryGetValue(node.Function, out var function))
            return HasArguments(compiler, node, function.Signature, function.Parameters.Count, function.Parameters.Count)
                ? Plain(compiler, node, function)
                : Compiled.Nothing;

        var nearest = Nearest.To(node.Function, Forms.Keys.Concat(Function.All.Keys));
        compiler.Fail(
            node.Position,
            $"没有函数“{node.Function}”。{Compiler.SuggestZh(nearest)}",
            $"There is no function '{node.Function}'.{Compiler.SuggestEn(nearest)}"
        );
        return Compiled.Nothing;
    }

    private static bool HasArguments(Compiler compiler, CallNode node, string signature, int least, int most)
    {
        var given = node.Arguments.Count;
        if (given >= least && given <= most)
            return true;
        compiler.Fail(
            node.Position,
            $"参数个数不对（写了 {given} 个）；应为 {signature} 。",
            $"Wrong number of arguments ({given}); write {signature}."
        );
        return false;
    }

    private static Compiled Plain(Compiler compiler, CallNode node, Function function)
    {
        if (
            node is { Function: "date", Arguments: [LiteralNode { Value.Kind: ValueKind.Text } literal] }
            && Function.Date(literal.Value.Text).IsMissing
        )
            compiler.Fail(
                literal.Position,
                "没有这个日期；请写成 '2026-03-01' 这样。",
                "There is no such date; write it like '2026-03-01'."
            );

        var arguments = node.Arguments.Select((a, i) => compiler.Expect(a, function.Parameters[i]).Run).ToArray();
        return new Compiled(
            function.Result,
            values =>
            {
                var given = new Value[arguments.Length];
                for (var i = 0; i < given.Length; i++)
                    if ((given[i] = arguments[i](values)).IsMissing)
                        return Value.Missing;
                return function.Run(given);
            }
        );
    }

    // A condition that is missing decides nothing.
    private static Compiled If(Compiler compiler, CallNode node)
    {
        var condition = compiler.Expect(node.Arguments[0], ValueKind.Boolean).Run;
        var (then, otherwise, kind) = compiler.ExpectSame(node.Arguments[1], node.Arguments[2]);
        return new Compiled(
            kind,
            values =>
                condition(values) is not { IsMissing: false } decided ? Value.Missing
                : decided.Boolean ? then.Run(values)
                : otherwise.Run(values)
        );
    }

    private static Compiled IsMissing(Compiler compiler, CallNode node)
    {
        var operand = compiler.Compile(node.Arguments[0]).Run;
        return new Compiled(ValueKind.Boolean, values => Value.Of(operand(values).IsMissing));
    }

    // The same as value = a or value = b …
    private static Compiled OneOf(Compiler compiler, CallNode node)
    {
        var value = compiler.Compile(node.Arguments[0]);
        var choices = node
            .Arguments.Skip(1)
            .Select(a => value.Kind == ValueKind.Missing ? compiler.Compile(a).Run : compiler.Expect(a, value.Kind).Run)
            .ToArray();
        return new Compiled(
            ValueKind.Boolean,
            values =>
            {
                var given = value.Run(values);
                if (given.IsMissing)
                    return Value.Missing;

                var undecided = false;
                foreach (var choice in choices)
                {
                    var one = choice(values);
                    if (one == given)
                        return Value.Of(true);
                    undecided |= one.IsMissing;
                }
                return undecided ? Value.Missing : Value.Of(false);
            }
        );
    }

    // Resolved when the expression is read, so the attachment's code must stand there in quotes.
    private static Compiled Attached(Compiler compiler, CallNode node)
    {
        if (node.Arguments[0] is not LiteralNode { Value: { Kind: ValueKind.Text, Text: var code } } literal)
        {
            compiler.Fail(
                node.Arguments[0].Position,
                "attached 要带引号的附件代码：attached('fLicence')。",
                "attached takes the code of an attachment in quotes: attached('fLicence')."
            );
            return Compiled.Nothing;
        }
        var there = compiler.Attachment(literal.Position, code).Run;
        return new Compiled(ValueKind.Boolean, values => Value.Of(there(values).IsTrue));
    }
}
