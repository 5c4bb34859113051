using System.ComponentModel;
using System.Diagnostics;
using System.Net;
using System.Text;
using Xunit;

namespace Beian.Tests.Support;

/// <summary>
/// A PDF before the eyes of programs that others wrote: qpdf, poppler and zbar. bin/test installs them; where one is missing the test is
/// skipped, visibly.
/// </summary>
internal sealed class PdfTools : IDisposable
{
    private readonly string _folder = Templates.NewFolder();

    public PdfTools(byte[] pdf)
    {
        Path = System.IO.Path.Combine(_folder, "sheet.pdf");
        File.WriteAllBytes(Path, pdf);
    }

    /// <summary>Gets a PDF of a site, through redirects.</summary>
    public static async Task<PdfTools> GetAsync(SiteClient client, string path)
    {
        var stop = TestContext.Current.CancellationToken;
        var answer = await client.Http.GetAsync(new Uri(path, UriKind.Relative), stop);
        if (answer.Headers.Location is { } location)
            answer = await client.Http.GetAsync(location, stop);
        using (answer)
        {
            Assert.Equal((HttpStatusCode.OK, "application/pdf"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
            return new PdfTools(await answer.Content.ReadAsByteArrayAsync(stop));
        }
    }

    /// <summary>Where the file lies.</summary>
    public string Path { get; }

    /// <summary>What qpdf finds wrong in structure and streams; a sound file gives its own words for that and ends with 0.</summary>
    public Task<string> CheckAsync() => RunAsync("qpdf", "--check", Path);

    /// <summary>The text in the order it was drawn, line by line.</summary>
    public async Task<string[]> LinesAsync() =>
        (await RunAsync("pdftotext", "-enc", "UTF-8", "-raw", "-nopgbrk", Path, "-")).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The fonts, a line each without the two heads.</summary>
    public async Task<string[]> FontsAsync() => (await RunAsync("pdffonts", Path)).Split('\n', StringSplitOptions.RemoveEmptyEntries)[2..];

    /// <summary>A page as a picture; the path of the PNG.</summary>
    public async Task<string> PictureAsync(int dotsPerInch, int page = 1)
    {
        var picture = System.IO.Path.Combine(_folder, $"page{page}-{dotsPerInch}");
        await RunAsync("pdftoppm", "-png", "-gray", "-singlefile", "-r", $"{dotsPerInch}", "-f", $"{page}", "-l", $"{page}", Path, picture);
        return picture + ".png";
    }

    /// <summary>What the QR codes of a picture say.</summary>
    public static Task<string> ReadQrAsync(string picture) =>
        RunAsync("zbarimg", "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", picture);

    /// <summary>Runs a tool; what it says. A tool that ends with a fault fails the test.</summary>
    public static async Task<string> RunAsync(string tool, params string[] arguments)
    {
        var start = new ProcessStartInfo(tool, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        Process process;
        try
        {
            process = Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            Assert.Skip($"{tool} is not installed (bin/test installs it).");
            throw;
        }
        using (process)
        {
            var stop = TestContext.Current.CancellationToken;
            var (output, errors) = (process.StandardOutput.ReadToEndAsync(stop), process.StandardError.ReadToEndAsync(stop));
            await process.WaitForExitAsync(stop);
            Assert.True(process.ExitCode == 0, $"{tool} ended with {process.ExitCode}: {await output}{await errors}");
            Assert.DoesNotContain("Syntax ", await errors, StringComparison.Ordinal);
            return await output;
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
