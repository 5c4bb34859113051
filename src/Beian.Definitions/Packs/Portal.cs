namespace Beian.Definitions.Packs;

/// <summary>applications.yaml: what the portal offers, by section, and the applications enterprises add.</summary>
/// <param name="Sections">The sections (国内贸易, 对外贸易 …), in order; one may be empty.</param>
/// <param name="Quick">The tiles offered on 快速获取账号, in order.</param>
/// <param name="Applications">The applications, in order.</param>
public sealed record Portal(IReadOnlyList<PortalSection> Sections, IReadOnlyList<Tile> Quick, IReadOnlyList<Application> Applications)
{
    /// <summary>The sections an application may belong to: the tabs of 增加应用.</summary>
    public IEnumerable<PortalSection> ApplicationSections => Sections.Where(s => s.HasApplications);

    /// <summary>An application by its code; null for an unknown one.</summary>
    public Application? FindApplication(string code) => Applications.FirstOrDefault(a => a.Code == code);

    /// <summary>The section an application belongs to.</summary>
    public PortalSection SectionOf(Application application) => Sections.First(s => s.Code == application.Section);
}

/// <summary>A section of the portal (所属版块).</summary>
/// <param name="Code">Its code.</param>
/// <param name="Title">Its name.</param>
/// <param name="Tiles">What it offers, in order.</param>
/// <param name="HasApplications">Whether applications may belong to it: whether it is a tab of 增加应用.</param>
public sealed record PortalSection(string Code, LocalizedText Title, IReadOnlyList<Tile> Tiles, bool HasApplications);

/// <summary>Something offered on the portal.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Title">Its name.</param>
/// <param name="Service">The code of the service it leads to; null: not open yet (暂未开放).</param>
/// <param name="Also">Another name it is found under; null where it has one only.</param>
public sealed record Tile(string Code, LocalizedText Title, string? Service, LocalizedText? Also);
