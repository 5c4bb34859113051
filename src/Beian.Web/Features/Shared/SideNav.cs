using Beian.Web.Web;

namespace Beian.Web.Features.Shared;

/// <summary>The navigation on the left of a room.</summary>
/// <param name="Enter">The button on top (登录应用); null: none.</param>
public sealed record SideNav(string Title, IReadOnlyList<SideNavEntry> Entries, SideNavEntry? Enter = null)
{
    /// <summary>What is read of it while it is folded on a narrow screen.</summary>
    public string Summary(Texts texts) => Summary(Title, Entries.FirstOrDefault(e => e.Current)?.Text, texts);

    /// <summary>A menu and the page of it that is open, where one is.</summary>
    public static string Summary(string title, string? current, Texts texts) =>
        current is null ? title : texts[$"{title}：{current}", $"{title}: {current}"];
}

/// <param name="Href">Null: not open yet.</param>
/// <param name="Count">How many wait there; null: not counted.</param>
public sealed record SideNavEntry(string Text, string? Href, bool Current = false, int? Count = null);
