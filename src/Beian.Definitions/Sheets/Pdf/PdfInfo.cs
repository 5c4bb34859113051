namespace Beian.Definitions.Sheets.Pdf;

/// <summary>What a PDF says about itself. The time is the caller's: the same pages with the same words give the same bytes.</summary>
/// <param name="Title">The title, shown in the reader's title bar.</param>
/// <param name="Language">The language of the text as a BCP 47 tag (<c>zh-CN</c>).</param>
/// <param name="Created">When it was made, in the time zone it is to be shown in.</param>
/// <param name="Subject">What it is about, such as the number of the filing; null for nothing.</param>
public sealed record PdfInfo(string Title, string Language, DateTimeOffset Created, string? Subject = null);
