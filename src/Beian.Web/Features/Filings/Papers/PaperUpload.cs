namespace Beian.Web.Features.Filings.Papers;

/// <summary>The part of a form where scans of documents are chosen.</summary>
/// <param name="Problem">What is wrong with them; null: nothing.</param>
public sealed record PaperUpload(string Label, bool IsRequired, PaperForm? Form, string? Problem)
{
    public IReadOnlyList<ReceivedFile> Files => Form?.Files ?? [];

    public string Kept => Form?.Kept ?? "";
}
