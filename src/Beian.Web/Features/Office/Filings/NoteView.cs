namespace Beian.Web.Features.Office.Filings;

/// <summary>A note as officers read it.</summary>
public sealed record NoteView(Note Note, string Text);
