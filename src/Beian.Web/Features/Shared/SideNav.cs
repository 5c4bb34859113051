namespace Beian.Web.Features.Shared;

/// <summary>The navigation on the left of a room.</summary>
/// <param name="Enter">The button on top (登录应用); null: none.</param>
public sealed record SideNav(string Title, IReadOnlyList<SideNavEntry> Entries, SideNavEntry? Enter = null);

/// <param name="Href">Null: not open yet.</param>
/// <param name="Count">How many wait there; null: not counted.</param>
public sealed record SideNavEntry(string Text, string? Href, bool Current = false, int? Count = null);
