using Beian.Definitions;
using Beian.Definitions.Answers;
using Beian.Definitions.Packs;
using Beian.Definitions.Sheets;
using Beian.Tests.Architecture;
using Beian.Tests.Support;
using Beian.Web.Features.Filings.Sheets;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Xunit;

namespace Beian.Tests.Features.Filings.Sheets;

public sealed class SheetPressTests
{
    private static readonly Pack Pack = PackReader.Read(Path.Combine(Repository.Packs, "foreign-trade-operator")).Pack!;

    [Fact]
    public async Task Pdf_OfSeveralFilings_BeginsEachOnAPaperOfItsOwnAndEndsWithTheLast()
    {
        var tooLong = string.Concat(Enumerable.Repeat("另行公布的目录为准；", 150));
        // Front, back and annex; an empty back; the next filing.
        Assert.Equal([true, true, true, false, true, true], await WrittenAsync(tooLong, "第二份"));
        Assert.Equal([true, true, true, true, true], await WrittenAsync("第一份", tooLong));
    }

    /// <summary>Whether there is anything on each page of a file of filings with these remarks.</summary>
    private static async Task<List<bool>> WrittenAsync(params string[] remarks)
    {
        var filings = remarks.Select(text => new SheetOrder(
            Pack.Sheets,
            new(Pack.Service.Title, Pack.Form, AnswerSet.Empty.With("remarks", text), SheetCopy.Register, Language.Zh)
        ));
        var press = new SheetPress(PrintedFonts.Printer, TimeProvider.System);
        var file = (FileContentResult)press.Pdf(new DefaultHttpContext().Response, [.. filings], "测试", Language.Zh, "");
        using var pdf = new PdfTools(file.FileContents);
        // One form feed ends each page.
        var pages = await PdfTools.RunAsync("pdftotext", "-enc", "UTF-8", pdf.Path, "-");
        return [.. pages.Split('\f')[..^1].Select(p => p.Trim().Length > 0)];
    }
}
