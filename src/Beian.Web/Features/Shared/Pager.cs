namespace Beian.Web.Features.Shared;

/// <summary>上一页 and 下一页 of a list paged by key; null where there is none.</summary>
/// <param name="Total">How many there are, as words (1000+).</param>
public sealed record Pager(string? Previous, string? Next, string Total);
