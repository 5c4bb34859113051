using System.Globalization;

namespace Beian.Definitions.Expressions;

/// <summary>The kinds of value of the expression language.</summary>
public enum ValueKind
{
    /// <summary>No value; also the kind of an expression that never has one.</summary>
    Missing,

    /// <summary>A decimal number.</summary>
    Number,

    /// <summary>A text.</summary>
    Text,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>A date without time.</summary>
    Date,
}

/// <summary>A value of the expression language. Missing is a value; the default is missing.</summary>
public readonly record struct Value
{
    private readonly decimal _number;
    private readonly string? _text;

    private Value(ValueKind kind, decimal number, string? text) => (Kind, _number, _text) = (kind, number, text);

    /// <summary>What kind of value this is.</summary>
    public ValueKind Kind { get; }

    /// <summary>Whether there is no value.</summary>
    public bool IsMissing => Kind == ValueKind.Missing;

    /// <summary>The missing value.</summary>
    public static Value Missing => default;

    /// <summary>A number.</summary>
    public static Value Of(decimal number) => new(ValueKind.Number, number, null);

    /// <summary>A text; null is missing.</summary>
    public static Value Of(string? text) => text is null ? default : new(ValueKind.Text, 0, text);

    /// <summary>True or false.</summary>
    public static Value Of(bool truth) => new(ValueKind.Boolean, truth ? 1 : 0, null);

    /// <summary>A date.</summary>
    public static Value Of(DateOnly date) => new(ValueKind.Date, date.DayNumber, null);

    /// <summary>The number; throws for another kind.</summary>
    public decimal Number => Kind == ValueKind.Number ? _number : throw Wrong();

    /// <summary>The text; throws for another kind.</summary>
    public string Text => Kind == ValueKind.Text ? _text! : throw Wrong();

    /// <summary>The truth; throws for another kind.</summary>
    public bool Boolean => Kind == ValueKind.Boolean ? _number != 0 : throw Wrong();

    /// <summary>The date; throws for another kind.</summary>
    public DateOnly Date => Kind == ValueKind.Date ? DateOnly.FromDayNumber((int)_number) : throw Wrong();

    /// <summary>Present and true: how <c>relevant</c> and <c>required</c> read a value.</summary>
    public bool IsTrue => Kind == ValueKind.Boolean && _number != 0;

    /// <summary>The value in the notation of the machine (<c>1.5</c>, <c>true</c>, <c>2026-03-01</c>); empty where missing.</summary>
    public override string ToString() =>
        Kind switch
        {
            ValueKind.Number => Number.ToString(CultureInfo.InvariantCulture),
            ValueKind.Text => Text,
            ValueKind.Boolean => Boolean ? "true" : "false",
            ValueKind.Date => Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            _ => "",
        };

    private InvalidOperationException Wrong() => new($"The value is {Kind}.");
}
