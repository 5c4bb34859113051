namespace Beian.Definitions.Packs;

/// <summary>applications.yaml: what the portal offers, by section.</summary>
/// <param name="Sections">The sections (国内贸易, 对外贸易 …), in order; one may be empty.</param>
public sealed record Portal(IReadOnlyList<PortalSection> Sections);

/// <summary>A section of the portal (所属版块).</summary>
/// <param name="Code">Its code.</param>
/// <param name="Title">Its name.</param>
/// <param name="Tiles">What it offers, in order.</param>
public sealed record PortalSection(string Code, LocalizedText Title, IReadOnlyList<Tile> Tiles);

/// <summary>Something offered on the portal.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Title">Its name.</param>
/// <param name="Service">The code of the service it leads to; null: not open yet (暂未开放).</param>
public sealed record Tile(string Code, LocalizedText Title, string? Service);
