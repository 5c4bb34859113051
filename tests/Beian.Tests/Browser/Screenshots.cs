using Beian.Tests.Architecture;
using Beian.Tests.Support;
using Microsoft.Playwright;

namespace Beian.Tests.Browser;

/// <summary>
/// Pictures the tests take: artifacts/screenshots, for looking at. With BEIAN_TEST_SCREENSHOTS set those of the documents are renewed too
/// (docs/screenshots); an ordinary run leaves the checkout as it was.
/// </summary>
internal static class Screenshots
{
    private static readonly Dictionary<string, string> Documents = new() { ["foreign-trade-operator-portal-1280"] = "portal" };

    public static string Folder { get; } = Directory.CreateDirectory(Path.Combine(Repository.Root, "artifacts", "screenshots")).FullName;

    public static async Task TakeAsync(this IPage page, string name)
    {
        var path = Path.Combine(Folder, name + ".png");
        await page.ScreenshotAsync(new() { Path = path, FullPage = true });
        if (TestSettings.RenewsScreenshots && Documents.TryGetValue(name, out var document))
            File.Copy(path, Path.Combine(Repository.Root, "docs", "screenshots", document + ".png"), overwrite: true);
    }
}
