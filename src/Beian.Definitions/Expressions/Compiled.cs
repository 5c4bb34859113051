namespace Beian.Definitions.Expressions;

/// <summary>A compiled part of an expression.</summary>
/// <param name="Kind">The kind of its value; <see cref="ValueKind.Missing"/> where it never has one or a fault was reported.</param>
/// <param name="Run">Its value, which is of this kind or missing.</param>
internal readonly record struct Compiled(ValueKind Kind, Func<IValueSource, Value> Run)
{
    /// <summary>What never has a value, and what stands for a faulty part: it fits every kind, so one mistake is reported once.</summary>
    public static Compiled Nothing { get; } = new(ValueKind.Missing, _ => Value.Missing);
}
