namespace Beian.Web.Features.Office.Filings.Redlines;

/// <summary>What became of a part of a text.</summary>
public enum Mark
{
    Same,
    Deleted,
    Inserted,
}

/// <summary>A part of a text with what became of it.</summary>
public readonly record struct Piece(Mark Mark, string Text);
