namespace Beian.Definitions.Expressions;

/// <summary>Something wrong in an expression.</summary>
/// <param name="Position">Offset in the source, from 0.</param>
/// <param name="Message">What is wrong.</param>
public sealed record ExpressionFault(int Position, LocalizedText Message);

/// <summary>The names an expression may use, with their kinds.</summary>
/// <param name="Names">Name → kind (<c>uscc</c>, <c>regCapital.amount</c>, <c>route</c>, <c>kind-of-filing</c>…).</param>
/// <param name="Rows">Names that stand for a column of a table (<c>stores.area</c>); only aggregates take them.</param>
public sealed record ExpressionNames(IReadOnlyDictionary<string, ValueKind> Names, IReadOnlyDictionary<string, ValueKind> Rows);

/// <summary>Where an evaluation gets its values.</summary>
public interface IValueSource
{
    /// <summary>The value of a name.</summary>
    Value Get(string name);

    /// <summary>The values of a column, one a row.</summary>
    IReadOnlyList<Value> GetRows(string name);

    /// <summary>What <c>today()</c> says.</summary>
    DateOnly Today { get; }
}

/// <summary>The outcome of reading an expression: the expression, or its faults.</summary>
public sealed record ExpressionReading(Expression? Expression, IReadOnlyList<ExpressionFault> Faults);

/// <summary>A compiled expression: typed, without side effects, always ending. Missing is handled as design says (Kleene logic).</summary>
public sealed class Expression
{
    /// <summary>The text it was read from.</summary>
    public string Source => throw new NotImplementedException();

    /// <summary>The kind of its value.</summary>
    public ValueKind Kind => throw new NotImplementedException();

    /// <summary>The names it uses, rows included.</summary>
    public IReadOnlyList<string> Uses => throw new NotImplementedException();

    /// <summary>Reads an expression. Never throws for what the text says.</summary>
    public static ExpressionReading Read(string source, ExpressionNames names) => throw new NotImplementedException(source + names);

    /// <summary>Its value. Never throws; an impossible operation (division by zero, overflow) is missing.</summary>
    public Value Evaluate(IValueSource values) => throw new NotImplementedException();
}
