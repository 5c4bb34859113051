namespace Beian.Definitions.Expressions;

/// <summary>A value an expression used: what a problem can show as its reason.</summary>
/// <param name="Name">The name; of a column once for each row; of a table how many rows it has; <c>today()</c> for the day.</param>
/// <param name="Value">Its value, possibly missing.</param>
public readonly record struct UsedValue(string Name, Value Value);
