namespace Beian.Definitions.Codes;

/// <summary>An administrative division (GB/T 2260).</summary>
/// <param name="Code">Six digits.</param>
/// <param name="Name">Its own name (海淀区).</param>
/// <param name="Level">1 province, 2 prefecture, 3 district or county.</param>
/// <param name="Parent">The code of the division it belongs to; null for a province.</param>
public sealed record Division(string Code, string Name, int Level, string? Parent);
