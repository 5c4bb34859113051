namespace Beian.Web.Scanning;

/// <summary>What was found in a scan.</summary>
/// <param name="Texts">The texts of its QR codes, each once; empty where none was found.</param>
/// <param name="Trouble">What kept it, or a part of it, from being read; null when all of it was looked at, or as much as was needed.</param>
public sealed record ScanReading(IReadOnlyList<string> Texts, ScanTrouble? Trouble);
