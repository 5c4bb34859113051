using System.Runtime.CompilerServices;

namespace Beian.Tests.Architecture;

/// <summary>The checkout these tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string Packs => Path.Combine(Root, "packs");

    public static IEnumerable<string> SourceFiles(string below) =>
        new[] { "*.cs", "*.cshtml" }
            .SelectMany(p => Directory.EnumerateFiles(Path.Combine(Root, below), p, SearchOption.AllDirectories))
            .Where(f => !f.Contains("node_modules", StringComparison.Ordinal));

    private static string FindRoot([CallerFilePath] string here = "")
    {
        var folder = Path.GetDirectoryName(here)!;
        while (!File.Exists(Path.Combine(folder, "Beian.slnx")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests run from their checkout.");
        return folder;
    }
}
