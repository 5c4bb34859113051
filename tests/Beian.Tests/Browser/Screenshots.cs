using Beian.Tests.Architecture;
using Microsoft.Playwright;

namespace Beian.Tests.Browser;

/// <summary>
/// Pictures the tests take with BEIAN_TEST_SCREENSHOTS set: artifacts/screenshots, for looking at, and those of the documents (docs/screenshots).
/// An ordinary run takes none.
/// </summary>
internal static class Screenshots
{
    private const string Service = "foreign-trade-operator-";

    private const string Wide = "-1280";

    /// <summary>What the manual of the platform shows.</summary>
    private static readonly HashSet<string> Platform =
    [
        .. new[] { "new-account", "registration", "sign-in-help", "workbench", "applications", "application", "progress" }.Select(name =>
            $"platform-{name}{Wide}"
        ),
        .. new[] { "members", "invitation", "mandates", "mandate", "acting" }.Select(name => $"members-{name}{Wide}"),
    ];

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
        }.Select(name => $"{Service}{name}{Wide}"),
    ];

    public static string Folder { get; } = Directory.CreateDirectory(Path.Combine(Repository.Root, "artifacts", "screenshots")).FullName;

    public static async Task TakeAsync(this IPage page, string name)
    {
        var path = Path.Combine(Folder, name + ".png");
        await page.ScreenshotAsync(new() { Path = path, FullPage = true });
        if (Documents.TryGetValue(name, out var document))
            File.Copy(path, InDocuments(document), overwrite: true);
        var manual =
            Manuals.Contains(name) ? "manual-" + name[Service.Length..^Wide.Length]
            : Platform.Contains(name) ? name[..^Wide.Length]
            : null;
        if (manual is not null)
        {
            await page.SetViewportSizeAsync(1024, 700);
            await page.EvaluateAsync("scrollTo(0, 0)");
            await page.ScreenshotAsync(new() { Path = InDocuments(manual) });
            await page.SetViewportSizeAsync(1280, 900);
        }
    }

    private static string InDocuments(string name) => Path.Combine(Repository.Root, "docs", "screenshots", name + ".png");
}
