namespace Beian.Definitions.Expressions;

/// <summary>Something wrong in an expression.</summary>
/// <param name="Position">Offset in the source, from 0.</param>
/// <param name="Message">What is wrong.</param>
public sealed record ExpressionFault(int Position, LocalizedText Message);

/// <summary>The names an expression may use, with their kinds.</summary>
/// <param name="Names">Name → kind (<c>uscc</c>, <c>regCapital.amount</c>, <c>route</c>, <c>kind-of-filing</c>…).</param>
/// <param name="Rows">Names that stand for a column of a table (<c>stores.area</c>); only aggregates take them.</param>
public sealed record ExpressionNames(IReadOnlyDictionary<string, ValueKind> Names, IReadOnlyDictionary<string, ValueKind> Rows)
{
    /// <summary>The tables whose rows can be looked at one by one: the names of their columns inside a row, with their kinds.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, ValueKind>> Tables { get; init; } =
        new Dictionary<string, IReadOnlyDictionary<string, ValueKind>>();
}

/// <summary>Where an evaluation gets its values.</summary>
public interface IValueSource
{
    /// <summary>The value of a name.</summary>
    Value Get(string name);

    /// <summary>The values of a column, one a row.</summary>
    IReadOnlyList<Value> GetRows(string name);

    /// <summary>The rows of a table, each with its own cells under their short names and everything around the table.</summary>
    IReadOnlyList<IValueSource> RowsOf(string table);

    /// <summary>What <c>today()</c> says.</summary>
    DateOnly Today { get; }
}

/// <summary>The outcome of reading an expression: the expression, or its faults.</summary>
public sealed record ExpressionReading(Expression? Expression, IReadOnlyList<ExpressionFault> Faults);

/// <summary>A compiled expression: typed, without side effects, always ending.</summary>
/// <remarks>
/// Loosest first: <c>or</c>, <c>and</c>, <c>not</c>, the comparisons (<c>=</c> or <c>==</c>, <c>!=</c>, <c>&lt;</c>, <c>&lt;=</c>, <c>&gt;</c>,
/// <c>&gt;=</c>, which do not chain), <c>+</c> and <c>-</c>, <c>*</c> <c>/</c> <c>%</c>, the minus before a number, <c>??</c>.
/// <c>+</c> adds two numbers or joins two texts. A name may hold dots and hyphens between letters (<c>last-year.income</c>), so a
/// subtraction is written with spaces. Texts stand in single or double quotes; a quote inside is written twice.
/// Operators on missing give missing; <c>and</c>, <c>or</c> and <c>not</c> are Kleene's; <c>x ?? 0</c> replaces a missing x. Numbers are
/// decimal; an impossible operation is missing.
/// </remarks>
public sealed class Expression
{
    private const string TodayName = "today()";

    private readonly Node _tree;
    private readonly Func<IValueSource, Value> _run;
    private readonly HashSet<string> _columns;
    private readonly HashSet<string> _tables;
    private readonly bool _usesToday;

    private Expression(string source, Node tree, Compiled compiled, Compiler compiler, ExpressionNames names)
    {
        (Source, _tree, Kind, _run) = (source, tree, compiled.Kind, compiled.Run);
        (Uses, _usesToday) = (compiler.Uses, compiler.UsesToday);
        _columns = Uses.Where(u => names.Rows.ContainsKey(u) && !names.Names.ContainsKey(u)).ToHashSet();
        _tables = Uses.Where(u => names.Tables.ContainsKey(u) && !names.Names.ContainsKey(u)).ToHashSet();
    }

    /// <summary>The text it was read from.</summary>
    public string Source { get; }

    /// <summary>The kind of its value.</summary>
    public ValueKind Kind { get; }

    /// <summary>The names it uses, columns and tables included, each once in the order of first use.</summary>
    public IReadOnlyList<string> Uses { get; }

    /// <summary>Reads an expression. Never throws for what the text says.</summary>
    public static ExpressionReading Read(string source, ExpressionNames names)
    {
        var (tree, fault) = Parser.Read(source);
        if (tree is null)
            return new ExpressionReading(null, [fault!]);

        var compiler = new Compiler(names);
        var compiled = compiler.Compile(tree);
        return compiler.Faults.Count == 0
            ? new ExpressionReading(new Expression(source, tree, compiled, compiler, names), [])
            : new ExpressionReading(null, compiler.Faults);
    }

    /// <summary>Its value. Never throws; an impossible operation (division by zero, overflow) is missing.</summary>
    public Value Evaluate(IValueSource values) => _run(values);

    /// <summary>The values it reads, in the order of first use: why it comes out as it does.</summary>
    public IReadOnlyList<UsedValue> Explain(IValueSource values)
    {
        var used = Uses.SelectMany(name =>
            _columns.Contains(name) ? values.GetRows(name).Select(v => new UsedValue(name, v))
            : _tables.Contains(name) ? [new UsedValue(name, Value.Of((decimal)values.RowsOf(name).Count))]
            : [new UsedValue(name, values.Get(name))]
        );
        return [.. used, .. _usesToday ? [new UsedValue(TodayName, Value.Of(values.Today))] : Array.Empty<UsedValue>()];
    }

    /// <summary>Canonical source: reads back as the same expression.</summary>
    public override string ToString() => Printer.Print(_tree);

    /// <summary>The tree, for comparing what was read.</summary>
    internal Node Tree => _tree;
}
