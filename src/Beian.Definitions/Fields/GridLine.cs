using Beian.Definitions.Expressions;

namespace Beian.Definitions.Fields;

/// <summary>What kind of number a cell of a grid takes.</summary>
public enum GridNumber
{
    /// <summary>A number with decimals.</summary>
    Fraction,

    /// <summary>A whole number.</summary>
    Whole,

    /// <summary>A percentage.</summary>
    Percent,
}

/// <summary>A row (an indicator) or a column of a grid; expressions of a row name other rows of the same column, those of a column other columns.</summary>
/// <param name="Code">Its code, unique within the grid.</param>
/// <param name="Label">Its name.</param>
public sealed record GridLine(string Code, LocalizedText Label)
{
    /// <summary>The unit its numbers are in (万元, 户); null: the grid's.</summary>
    public LocalizedText? Unit { get; init; }

    /// <summary>The kind of its numbers; a column's counts before a row's. Null: left to the other.</summary>
    public GridNumber? Number { get; init; }

    /// <summary>How far the label of a row is moved in, for “of which” (其中): 0 to 3.</summary>
    public int Indent { get; init; }

    /// <summary>When its cells must be filled in: where both the row and the column say so. A column that says nothing agrees.</summary>
    public Expression? Required { get; init; }

    /// <summary>When a row applies; null: whenever the grid does.</summary>
    public Expression? Relevant { get; init; }

    /// <summary>The value of its cells, where they are calculated. A column's counts before a row's.</summary>
    public Expression? Calculate { get; init; }

    /// <summary>What must hold of each of its cells.</summary>
    public Expression? Constraint { get; init; }

    /// <summary>What is wrong when <see cref="Constraint"/> does not hold.</summary>
    public LocalizedText? ConstraintMessage { get; init; }
}
