using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using Beian.Web.Spreadsheets;
using Xunit;

namespace Beian.Tests.Spreadsheets;

public sealed class TableWriterTests
{
    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    /// <summary>What strangers type, and how it must stand in a CSV file.</summary>
    public static TheoryData<string, string> Cells =>
        new()
        {
            { "广州测试", "广州测试" },
            { "=1+1", "'=1+1" },
            { "+86 20", "'+86 20" },
            { "-5", "'-5" },
            { "@SUM(A1)", "'@SUM(A1)" },
            { "＝cmd|' /C calc'!A0", "'＝cmd|' /C calc'!A0" },
            { "  =1", "'  =1" },
            { "\t=1", "'\t=1" },
            { "\r\n=1,2", "\"'\r\n=1,2\"" },
            { "a,b", "\"a,b\"" },
            { "说“\"好\"”", "\"说“\"\"好\"\"”\"" },
            { "两\n行", "\"两\n行\"" },
            { "0012345", "0012345" },
            { "", "" },
        };

    [Theory, MemberData(nameof(Cells))]
    public async Task Csv_Cell_IsQuotedAndNeverAFormula(string cell, string written)
    {
        using var file = new MemoryStream();
        var table = new CsvWriter(file);
        await table.WriteRowAsync(["名称", cell], Stop);
        await table.EndAsync(Stop);
        Assert.Equal([0xEF, 0xBB, 0xBF], file.ToArray()[..3]);
        Assert.Equal($"名称,{written}\r\n", Encoding.UTF8.GetString(file.ToArray()[3..]));
    }

    [Theory, MemberData(nameof(Cells))]
    public async Task Xlsx_Cell_IsTextAsItWas(string cell, string _)
    {
        var rows = await ReadXlsxAsync([
            ["名称", "代码"],
            [cell, "0012345"],
        ]);
        // XML knows one kind of line end.
        Assert.Equal([cell.Replace("\r\n", "\n", StringComparison.Ordinal), "0012345"], rows[1]);
    }

    [Fact]
    public async Task Xlsx_WhatXmlCannotHold_IsLeftOutAndRareCharactersStay() =>
        Assert.Equal(
            ["<𠮷>&"],
            (
                await ReadXlsxAsync([
                    ["x"],
                    ["<𠮷>\u0001&\uD800"],
                ])
            )[1]
        );

    [Fact]
    public async Task Xlsx_VeryLongCell_IsCutAtWhatACellHolds() =>
        Assert.Equal(
            32_767,
            (
                await ReadXlsxAsync([
                    ["x"],
                    [new string('长', 40_000)],
                ])
            )[1][0].Length
        );

    [Fact]
    public async Task Xlsx_MoreRowsThanASheetHas_GoOnInTheNextUnderTheSameHeadings()
    {
        using var file = new MemoryStream();
        var table = new XlsxWriter(file, "台账", rowsOfASheet: 100);
        string[] row = ["1"];
        await table.WriteRowAsync(["编号"], Stop);
        for (var i = 1; i <= 100; i++)
            await table.WriteRowAsync(row, Stop);
        await table.EndAsync(Stop);
        using var zip = new ZipArchive(file, ZipArchiveMode.Read);
        Assert.Equal(
            [
                ["编号"],
                ["1"],
            ],
            Rows(zip, "xl/worksheets/sheet2.xml")
        );
    }

    /// <summary>Writes a workbook and reads its first sheet; every cell must be text.</summary>
    private static async Task<IReadOnlyList<string[]>> ReadXlsxAsync(IEnumerable<string[]> rows)
    {
        using var file = new MemoryStream();
        var table = new XlsxWriter(file, "台账");
        foreach (var row in rows)
            await table.WriteRowAsync(row, Stop);
        await table.EndAsync(Stop);
        using var zip = new ZipArchive(file, ZipArchiveMode.Read);
        return Rows(zip, "xl/worksheets/sheet1.xml");
    }

    internal static IReadOnlyList<string[]> Rows(ZipArchive zip, string part)
    {
        using var sheet = zip.GetEntry(part)!.Open();
        var cells = XDocument.Load(sheet, LoadOptions.PreserveWhitespace).Descendants(Main + "row").ToList();
        Assert.All(cells.Descendants(Main + "c"), c => Assert.Equal("inlineStr", (string?)c.Attribute("t")));
        return [.. cells.Select(r => r.Elements(Main + "c").Select(c => c.Value).ToArray())];
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;
}
