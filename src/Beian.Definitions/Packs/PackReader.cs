namespace Beian.Definitions.Packs;

/// <summary>The outcome of reading a pack: the pack, or every fault found.</summary>
/// <param name="Pack">The compiled pack; null when there are faults.</param>
/// <param name="Faults">All faults, in the order of the files.</param>
public sealed record PackReading(Pack? Pack, IReadOnlyList<Fault> Faults);

/// <summary>Reads a pack from its text files, or from the canonical JSON of a published version.</summary>
public static class PackReader
{
    /// <summary>Reads the folder of a pack. Never throws for what the files say.</summary>
    public static PackReading Read(string folder) => throw new NotImplementedException(folder);

    /// <summary>Reads what <see cref="Pack.Json"/> holds.</summary>
    public static Pack FromJson(string json) => throw new NotImplementedException(json);
}
