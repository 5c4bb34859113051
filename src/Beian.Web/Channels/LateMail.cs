namespace Beian.Web.Channels;

/// <summary>What officers are told of limits that ran out.</summary>
/// <param name="Authority">The authority whose officer reads it.</param>
/// <param name="Groups">By the authority that is late: the reader's own and those right below it.</param>
/// <param name="Path">Where they all are on the site, from the slash on.</param>
public sealed record LateMail(string Authority, IReadOnlyList<LateGroup> Groups, string Path);

/// <summary>What one authority is newly late with.</summary>
/// <param name="Items">The most urgent of them.</param>
public sealed record LateGroup(string Authority, int Count, IReadOnlyList<LateItem> Items);

/// <summary>A filing whose limit ran out.</summary>
public sealed record LateItem(string Enterprise, string Number, DateOnly DueOn);
