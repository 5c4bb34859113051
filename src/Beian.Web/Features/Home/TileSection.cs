namespace Beian.Web.Features.Home;

/// <summary>A section of 企业备案 (国内贸易, 对外贸易 …).</summary>
public sealed record TileSection(string Title, IReadOnlyList<Tile> Tiles);

/// <summary>A service on the portal.</summary>
/// <param name="Href">Its home; null: 暂未开放.</param>
public sealed record Tile(string Title, string? Href);
