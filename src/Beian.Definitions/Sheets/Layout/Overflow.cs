namespace Beian.Definitions.Sheets.Layout;

/// <summary>What found no room on its sheet.</summary>
/// <param name="Heading">What it belongs to (住所).</param>
internal abstract record Overflow(string Heading);

/// <summary>The rest of a long text.</summary>
internal sealed record TextOverflow(string Heading, string Text) : Overflow(Heading);

/// <summary>The rows of a table beyond those its sheet has room for.</summary>
/// <param name="Rows">The rows' indices in the answers, each with its number on paper.</param>
internal sealed record TableOverflow(string Heading, SheetTable Table, IReadOnlyList<(int Row, int Number)> Rows) : Overflow(Heading);
