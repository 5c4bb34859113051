using Beian.Tests.Architecture;
using Beian.Tests.Support;
using Microsoft.Playwright;

namespace Beian.Tests.Browser;

/// <summary>
/// Pictures the tests take with BEIAN_TEST_SCREENSHOTS set: artifacts/screenshots, for looking at, and those of the documents (docs/screenshots).
/// An ordinary run takes none.
/// </summary>
internal static class Screenshots
{
    private const string Service = "foreign-trade-operator-";

    /// <summary>Whole pages in documents.</summary>
    private static readonly Dictionary<string, string> Documents = new() { [Service + "portal-1280"] = "portal" };

    /// <summary>What the manuals show: the upper part of a page in a small window.</summary>
    private static readonly HashSet<string> Manuals =
    [
        .. new[]
        {
            "service",
            "start",
            "form-filled",
            "saved",
            "sheets-to-sign",
            "submitted",
            "filings",
            "overview-returned",
            "print",
            "laws-found",
            "search",
            "entry",
            "blank",
            "authorities",
            "office",
            "queue",
            "case",
            "approved",
        }.Select(name => $"{Service}{name}-1280"),
    ];

    public static string Folder { get; } = Directory.CreateDirectory(Path.Combine(Repository.Root, "artifacts", "screenshots")).FullName;

    public static async Task TakeAsync(this IPage page, string name)
    {
        var path = Path.Combine(Folder, name + ".png");
        await page.ScreenshotAsync(new() { Path = path, FullPage = true });
        if (Documents.TryGetValue(name, out var document))
            File.Copy(path, InDocuments(document), overwrite: true);
        if (Manuals.Contains(name))
        {
            await page.SetViewportSizeAsync(1024, 700);
            await page.EvaluateAsync("scrollTo(0, 0)");
            await page.ScreenshotAsync(new() { Path = InDocuments("manual-" + name[Service.Length..^"-1280".Length]) });
            await page.SetViewportSizeAsync(1280, 900);
        }
    }

    private static string InDocuments(string name) => Path.Combine(Repository.Root, "docs", "screenshots", name + ".png");
}
