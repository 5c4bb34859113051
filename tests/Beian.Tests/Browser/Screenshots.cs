using Beian.Tests.Architecture;
using Microsoft.Playwright;

namespace Beian.Tests.Browser;

/// <summary>Pictures the tests take: artifacts/screenshots, for looking at and for the documents.</summary>
internal static class Screenshots
{
    public static string Folder { get; } = Directory.CreateDirectory(Path.Combine(Repository.Root, "artifacts", "screenshots")).FullName;

    public static Task TakeAsync(this IPage page, string name) =>
        page.ScreenshotAsync(new() { Path = Path.Combine(Folder, name + ".png"), FullPage = true });
}
