namespace Beian.Definitions.Packs;

/// <summary>The outcome of reading applications.yaml: the portal, or every fault found.</summary>
/// <param name="Portal">What the portal offers; null when there are faults.</param>
/// <param name="Faults">All faults, in the order of the file.</param>
public sealed record PortalReading(Portal? Portal, IReadOnlyList<Fault> Faults);
