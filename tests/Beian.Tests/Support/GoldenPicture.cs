using Beian.Tests.Architecture;
using Xunit;

namespace Beian.Tests.Support;

/// <summary>
/// How a printed page is to look: pictures in tests/Beian.Tests/Golden that people have looked at. A page is compared with its picture square by
/// square, with room for other versions of the program that draws it. BEIAN_TEST_SCREENSHOTS=1 renews the pictures: look at them before committing.
/// </summary>
internal static class GoldenPicture
{
    public const int DotsPerInch = 72;
    private const int Square = 4; // pixels, 1.4 mm
    private const int MostDifference = 40; // of 255 in one square: a letter that moved is 60 and more
    private const double MostAverage = 1.0; // of 255 over the page

    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "Beian.Tests", "Golden");

    /// <summary>Fails where a page does not look like the picture of that name; what it looks like is then in artifacts/golden.</summary>
    public static async Task AssertLooksLikeAsync(this PdfTools pdf, string name, int page = 1)
    {
        var drawn = await pdf.PictureAsync(DotsPerInch, page);
        var golden = Path.Combine(Folder, name + ".png");
        if (TestSettings.TakesScreenshots)
        {
            Directory.CreateDirectory(Folder);
            File.Copy(drawn, golden, overwrite: true);
        }
        Assert.True(File.Exists(golden), $"There is no {golden}: BEIAN_TEST_SCREENSHOTS=1 makes it.");
        if (Difference(await GreyPicture.ReadAsync(drawn), await GreyPicture.ReadAsync(golden)) is not { } difference)
            return;
        var kept = Path.Combine(Directory.CreateDirectory(Path.Combine(Repository.Root, "artifacts", "golden")).FullName, name + ".png");
        File.Copy(drawn, kept, overwrite: true);
        Assert.Fail($"{name}: {difference}. Compare {kept} with {golden}.");
    }

    /// <summary>What tells two pictures apart, in words; null where they look the same.</summary>
    public static string? Difference(GreyPicture drawn, GreyPicture golden)
    {
        if ((drawn.Width, drawn.Height) != (golden.Width, golden.Height))
            return $"{drawn.Width}×{drawn.Height} pixels instead of {golden.Width}×{golden.Height}";
        var (a, b) = (drawn.Shrink(Square), golden.Shrink(Square));
        var differences = a.Shades.Zip(b.Shades, (x, y) => Math.Abs(x - y)).ToArray();
        var most = differences.Max();
        if (most > MostDifference)
        {
            var place = Array.IndexOf(differences, most);
            const double Millimetres = Square * 25.4 / DotsPerInch;
            return FormattableString.Invariant(
                $"differs by {most} of 255 at {place % a.Width * Millimetres:F0} mm from the left, {place / a.Width * Millimetres:F0} mm from the top"
            );
        }
        var average = differences.Average();
        return average > MostAverage ? FormattableString.Invariant($"differs by {average:F2} of 255 on average") : null;
    }
}
