using System.Net;
using Beian.Definitions.Sheets.Fonts;
using Beian.Tests.Sheets.Fonts;
using Beian.Tests.Support;
using Beian.Web.Printing;
using Xunit;

namespace Beian.Tests.Printing;

public sealed class SheetPrinterTests : IDisposable
{
    private readonly string _folder = Templates.NewFolder();

    [Fact]
    public void Fonts_FileOfTheSettings_DrawsWhatTheProgramsOwnLack()
    {
        const string Rare = "\U0002A6D6";
        Assert.NotEmpty(PrintedFonts.Set.NotCovered(Rare));
        var path = Put("rare.ttf", new TinyFont([0x2A6D6]).Build());
        Assert.Empty(new SheetPrinter(PrintedFonts.Folder, [path]).Fonts.NotCovered(Rare));
    }

    [Fact]
    public void Fonts_MissingFile_IsAFaultThatNamesIt()
    {
        var path = Path.Combine(_folder, "none.ttf");
        var printer = new SheetPrinter(PrintedFonts.Folder, [path]);
        Assert.Contains(path, Assert.Throws<FontFault>(() => printer.Fonts).Message, StringComparison.Ordinal);
        Assert.Throws<FontFault>(() => printer.Fonts);
    }

    [Fact]
    public async Task Ready_DamagedFont_SiteServesAndSaysWhatIsMissing()
    {
        var damaged = new TinyFont().Build();
        damaged[^1] ^= 1;
        var site = new SqliteSite { Settings = { ["Fonts:0"] = Put("damaged.ttf", damaged) } };
        try
        {
            await site.InitializeAsync();
            using var client = site.NewClient();
            (await client.GetAsync("/")).ExpectOk();
            var page = (await client.GetAsync("/health/ready")).Expect(HttpStatusCode.ServiceUnavailable);
            Assert.Equal("{\"status\":\"not-ready\",\"missing\":[\"fonts\"]}", page.Html);
        }
        finally
        {
            await site.DisposeAsync();
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Put(string name, byte[] font)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllBytes(path, font);
        return path;
    }
}
