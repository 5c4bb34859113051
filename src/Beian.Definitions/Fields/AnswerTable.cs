namespace Beian.Definitions.Fields;

/// <summary>An answer with rows and columns, as people read it: on a page and on a sheet.</summary>
/// <param name="Heads">The heads of the columns.</param>
/// <param name="Rows">The texts of the rows, one for each head.</param>
/// <param name="RowsAreNamed">Whether the first text of a row names it.</param>
public sealed record AnswerTable(IReadOnlyList<string> Heads, IReadOnlyList<IReadOnlyList<string>> Rows, bool RowsAreNamed);
