using Beian.Definitions.Sheets.Drawing;
using Beian.Definitions.Sheets.Pdf;
using Xunit;

namespace Beian.Tests.Support;

/// <summary>The comparison sees what people would see, and no more.</summary>
public sealed class GoldenPictureTests
{
    private static readonly TextMark Text = new(20, 40, 10.5, Bold: false, "经营者中文名称");
    private static readonly LineMark Rule = new(10, 50, 150, 50, 0.2);

    [Fact]
    public async Task Difference_SamePage_IsNothing() => Assert.Null(await DifferenceAsync([Text, Rule], [Text, Rule]));

    [Fact]
    public async Task Difference_HairsBreadth_IsNothing() =>
        Assert.Null(await DifferenceAsync([Text, Rule], [Text with { X = 20.04 }, Rule with { Y1 = 50.03, Y2 = 50.03 }]));

    [Fact]
    public async Task Difference_WhatPeopleSee_IsTold()
    {
        await AssertDiffersAsync([Text with { Text = "经营者英文名称" }, Rule]); // one character
        await AssertDiffersAsync([Text with { X = 21 }, Rule]); // a millimetre
        await AssertDiffersAsync([Text with { Bold = true }, Rule]);
        await AssertDiffersAsync([Text]); // a line is gone
        await AssertDiffersAsync([Text, Rule, new BoxMark(100, 30, 10, 10, 0, 0.8)]); // a grey box

        static async Task AssertDiffersAsync(Mark[] marks) => Assert.NotNull(await DifferenceAsync([Text, Rule], marks));
    }

    private static async Task<string?> DifferenceAsync(Mark[] one, Mark[] other) =>
        GoldenPicture.Difference(await PictureAsync(other), await PictureAsync(one));

    private static async Task<GreyPicture> PictureAsync(Mark[] marks)
    {
        var pdf = PrintedFonts.Printer.Print([new DrawnPage(160, 80, marks)], new PdfInfo("t", "zh-CN", DateTimeOffset.UnixEpoch));
        using var tools = new PdfTools(pdf);
        return await GreyPicture.ReadAsync(await tools.PictureAsync(GoldenPicture.DotsPerInch));
    }
}
