namespace Beian.Web.Features.Shared.Fields;

/// <summary>Authorities offered under one heading, id → name.</summary>
public sealed record OfficeGroup(string Heading, IReadOnlyList<KeyValuePair<string, string>> Offices);
