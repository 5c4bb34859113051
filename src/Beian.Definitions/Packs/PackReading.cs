namespace Beian.Definitions.Packs;

/// <summary>The outcome of reading a pack: the pack, or every fault found.</summary>
/// <param name="Pack">The compiled pack; null when there are faults.</param>
/// <param name="Faults">All faults, in the order of the files.</param>
public sealed record PackReading(Pack? Pack, IReadOnlyList<Fault> Faults);
