using Beian.Definitions;
using Beian.Definitions.Packs;
using Beian.Definitions.Sheets;
using Beian.Tests.Architecture;
using Xunit;

namespace Beian.Tests.Packs;

/// <summary>The language of sheets: what it understands, and every fault at its line.</summary>
public sealed class SheetsTests
{
    private const string Head = """
        title: 正面
        title-en: Front
        margin: 10
        parts:

        """;

    [Fact]
    public void Read_BoxesGridAndMarks_StandWhereTheyAreTold()
    {
        var sheet = Compile(
            Head
                + """
                  - box: { at: [20, 12], height: 10, text: 标题, en: Title }
                  - grid:
                      gap: 5
                      columns: [30, 50, 40]
                      rows:
                        - height: 10
                          cells:
                            - { label: name, down: 2 }
                            - { value: name, span: 2 }
                        - height: 8
                          cells:
                            - { text: "共 {amount} 件", en: "{amount} pieces" }
                            - {}
                  - box: { at: [150, 100], width: 27, height: 31, qr: true }
                  - box: { at: [20, 100], width: 26, height: 9, mark: true }

                """
        );

        Assert.Equal(
            [(20, 12, 180, 10), (10, 27, 30, 18), (40, 27, 90, 10), (40, 37, 50, 8), (90, 37, 40, 8), (150, 100, 27, 31), (20, 100, 26, 9)],
            sheet.Cells.Select(c => ((int)c.X, (int)c.Y, (int)c.Width, (int)c.Height))
        );
        Assert.Equal(["name", "amount"], sheet.Fields);
        Assert.IsType<SheetQr>(sheet.Cells[5].Content);
        Assert.IsType<SheetCopyMark>(sheet.Cells[6].Content);
    }

    [Theory]
    [InlineData("- box: { at: [20, 12], height: 10, text: 标题 }", "5:44", "缺少英文")]
    [InlineData("- box: { at: [20, 12], height: 10, colour: red }", "5:38", "不认识的键“colour”")]
    [InlineData("- box: { at: [20, 12], height: 10, value: nmae }", "5:45", "没有字段“nmae”；是不是 name")]
    [InlineData("- box: { at: [20, 12], height: 10, text: \"共 {nmae}\", en: \"{nmae}\" }", "5:48", "没有字段“nmae”")]
    [InlineData("- box: { at: [20, 12], height: 10, text: \"共 {name}\", en: \"{amount}\" }", "5:60", "应与中文的相同")]
    [InlineData("- box: { at: [20, 12], height: 10, label: nobody }", "5:45", "没有字段“nobody”")]
    [InlineData("- box: { at: [20, 12], height: 10, checks: name }", "5:46", "没有可勾选的选项")]
    [InlineData("- box: { at: [20, 12], height: 10, value: name, text: 名, en: N }", "5:45", "一个格子只写一种内容")]
    [InlineData("- box: { at: [20, 285], height: 10 }", "5:10", "超出纸张")]
    [InlineData("- box: { at: [5, 20], height: 10 }", "5:10", "超出纸张")]
    [InlineData("- box: { at: [20, 20], width: 181, height: 10 }", "5:10", "超出纸张")]
    [InlineData("- box: { at: [20], height: 10 }", "5:16", "at 应写作")]
    [InlineData("- box: { at: [20, 20] }", "5:10", "缺少 height")]
    [InlineData("- box: { at: [20, 20], height: tall }", "5:34", "height 应为数字")]
    [InlineData("- box: { at: [20, 20], height: 900 }", "5:34", "height 应在 1 到 500 之间")]
    [InlineData("- box: { at: [20, 20], width: 5, height: 3, value: name }", "5:54", "装不下一个值")]
    [InlineData("- box: { at: [20, 20], width: 8, height: 3, text: 很长很长很长很长的标题, en: Long }", "5:53", "装不下这段文字")]
    [InlineData("- box: { at: [20, 20], width: 20, height: 20, qr: true }", "5:53", "二维码至少要")]
    [InlineData("- box: { at: [20, 20], height: 10, align: middle }", "5:45", "align 应为 left | center | right")]
    [InlineData("- square: { at: [20, 20] }", "5:5", "不认识的键“square”")]
    [InlineData("- table: { field: name, row-height: 8, rows: 3, columns: [] }", "5:21", "没有表格“name”")]
    public void Read_FaultInASheet_IsToldWithItsPlace(string part, string place, string message) =>
        AssertFault(Head + "  " + part + "\n", place, message);

    [Fact]
    public void Read_CellsThatLieOnEachOther_AreAFault() =>
        AssertFault(
            Head
                + """
                  - box: { at: [20, 20], width: 50, height: 10, value: name }
                  - box: { at: [60, 25], width: 50, height: 10, value: amount }

                """,
            "6:10",
            "与左上角在 [20, 20] 的格子重叠"
        );

    [Fact]
    public void Read_FrameAroundCells_IsNone()
    {
        var sheet = Compile(
            Head
                + """
                  - box: { at: [20, 20], width: 60, height: 20, border: true }
                  - box: { at: [25, 25], width: 50, height: 10, value: name }

                """
        );

        Assert.Equal(2, sheet.Cells.Count);
    }

    [Theory]
    [InlineData("- { label: name, span: 3 }", "10:15", "超出表格")]
    [InlineData("- { label: name, down: 2 }", "10:15", "超出表格")]
    [InlineData("- { label: name }", "8:11", "从第 2 列起缺少格子")]
    public void Read_GridThatDoesNotAddUp_IsAFault(string cell, string place, string message) =>
        AssertFault(
            Head
                + $"""
                  - grid:
                      columns: [30, 50]
                      rows:
                        - height: 10
                          cells:
                            {cell}

                """,
            place,
            message
        );

    [Theory]
    [InlineData("title: 正面\ntitle-en: Front\n", "1:1", "parts 至少要有一项")]
    [InlineData("title-en: Front\nparts: [{ box: { height: 10 } }]\n", "1:1", "缺少 title")]
    [InlineData("title: 正面\ntitle-en: Front\npaper: A3\nparts: [{ box: { height: 10 } }]\n", "3:8", "paper 应为 A4 | A4-landscape")]
    [InlineData("[]\n", "1:1", "应为键值表")]
    public void Read_SheetThatIsNone_IsAFault(string sheet, string place, string message) => AssertFault(sheet, place, message);

    [Fact]
    public void Read_Landscape_IsWide()
    {
        var sheet = Compile("title: 正面\ntitle-en: Front\npaper: A4-landscape\nparts: [{ box: { height: 10, value: name } }]\n");

        Assert.Equal((297, 210), (sheet.Width, sheet.Height));
        Assert.Equal(277, sheet.Cells[0].Width);
    }

    [Fact]
    public void FromJson_PackWithSheets_HasThem()
    {
        var pack = new TestPack().With("sheets/front.yaml", Head + "  - box: { height: 10, value: name }\n").Compile();

        var again = PackReader.FromJson(pack.Json);

        Assert.Equal(pack.Sha256, again.Sha256);
        Assert.Equal("正面", Assert.Single(again.Sheets).Title.Zh);
        Assert.NotEqual(new TestPack().Compile().Sha256, pack.Sha256);
    }

    [Fact]
    public void Read_SheetsOfTheForeignTradeFiling_PrintEveryQuestion()
    {
        var pack = PackReader.Read(Path.Combine(Repository.Packs, "foreign-trade-operator")).Pack!;

        Assert.Equal(["front", "back"], pack.Sheets.Select(s => s.Code));
        // What only steers the form, the part of a number, and what is said about a lost or given up sheet are not printed on their own.
        string[] unprinted = ["kind", "selfCode", "lossNote", "cancelReason", "newAuthority"];
        Assert.Equal(
            pack.Form.Fields.Select(f => f.Code).Except(unprinted).Order(StringComparer.Ordinal),
            pack.Sheets.SelectMany(s => s.Fields).Distinct().Order(StringComparer.Ordinal)
        );
    }

    private static Sheet Compile(string sheet) => new TestPack().With("sheets/front.yaml", sheet).Compile().Sheets[0];

    private static void AssertFault(string sheet, string place, string message)
    {
        var faults = new TestPack().With("sheets/front.yaml", sheet).Read().Faults;

        Assert.True(
            faults.Any(f =>
                f.In(Language.Zh).StartsWith($"sheets/front.yaml:{place}: ", StringComparison.Ordinal)
                && f.Message.Zh.Contains(message, StringComparison.Ordinal)
            ),
            string.Join('\n', faults.Select(f => f.In(Language.Zh)))
        );
    }
}
