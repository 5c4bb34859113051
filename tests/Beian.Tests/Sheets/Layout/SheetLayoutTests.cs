using System.Globalization;
using Beian.Definitions.Answers;
using Beian.Definitions.Fields;
using Beian.Definitions.Sheets;
using Beian.Definitions.Sheets.Drawing;
using Beian.Definitions.Sheets.Layout;
using Xunit;
using static Beian.Tests.Sheets.Layout.SampleSheet;

namespace Beian.Tests.Sheets.Layout;

/// <summary>Whatever the answer and however small its cell: every character is drawn once, inside the cell or on a continuation page.</summary>
public sealed class SheetLayoutTests
{
    private const double Tolerance = 1e-6;

    private static readonly string[] _words =
    [
        "北京市海淀区",
        "样例路8号",
        "Room 801, No. 8 Example Road,",
        "a-very-long-address-that-never-ends@example-of-a-long-domain.example.com",
        "（有限合伙）",
        "《登记表》。",
        "“引号”，",
        "91110108MA9900X1XQ",
        "𠮷㛃龘",
        "é\u0301",
        "\n",
        "  ",
        "…",
        "1,000,000.00",
        "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
    ];

    [Fact]
    public void Draw_AnyValueInAnyCell_DrawsEveryCharacterOnceInsideItsCell()
    {
        var random = new Random(20261122);
        for (var round = 0; round < 2000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 60)).Select(_ => _words[random.Next(_words.Length)]));
            var cell = new SheetCell(
                Margin + random.Next(0, 60),
                Margin + random.Next(0, 150),
                12 + random.NextDouble() * 120,
                5 + random.NextDouble() * 60,
                new SheetText(SheetTemplate.Of(new("name")), null)
            )
            {
                Size = 6 + random.Next(0, 12),
                Bold = random.Next(2) == 0,
                Border = random.Next(2) == 0,
                Align = (SheetAlign)random.Next(3),
                VerticalAlign = (SheetVerticalAlign)random.Next(3),
            };
            var label = $"round {round}: {text} in {cell.Width:0.0} × {cell.Height:0.0}";

            var pages = SheetLayout.Draw([SheetOf(cell)], DataOf(text), Width);

            var inside = Texts(pages[0]);
            foreach (var mark in inside)
            {
                Assert.True(
                    mark.X >= cell.X - Tolerance && mark.X + Width(mark.Text, mark.Size, mark.Bold) <= cell.X + cell.Width + Tolerance,
                    label
                );
                Assert.True(mark.Baseline - mark.Size * 0.88 * 25.4 / 72 >= cell.Y - Tolerance, label);
                Assert.True(mark.Baseline <= cell.Y + cell.Height + Tolerance, label);
            }
            AssertApart(inside, label);
            var goesOn = inside.RemoveAll(m => m.Text == "→附页") == 1;
            Assert.Equal(goesOn, pages.Count > 1);
            var drawn = string.Concat(inside.Select(m => m.Text)) + string.Concat(pages.Skip(1).SelectMany(AnnexLines));
            Assert.Equal(Ink(text), Ink(drawn));
        }
    }

    [Fact]
    public void Draw_ShortValue_KeepsItsSize()
    {
        var page = SheetLayout.Draw([SheetOf(CellOf(60, 10))], DataOf("北京"), Width)[0];

        Assert.Equal(10.5, Assert.Single(Texts(page)).Size);
    }

    [Fact]
    public void Draw_LongValue_ShrinksOnlyAsFarAsItMust()
    {
        var page = SheetLayout.Draw([SheetOf(CellOf(30, 10))], DataOf("北京市海淀区样例路八号八百零一室"), Width)[0];

        var sizes = Texts(page).Select(t => t.Size).Distinct().ToList();
        Assert.InRange(Assert.Single(sizes), 6, 10);
    }

    [Fact]
    public void Draw_ClosingSigns_NeverBeginALineAndOpeningOnesNeverEndOne()
    {
        var text = string.Concat(Enumerable.Repeat("甲（乙丙）、丁，“戊”。", 30));

        var lines = Texts(SheetLayout.Draw([SheetOf(CellOf(23, 100))], DataOf(text), Width)[0]);

        Assert.True(lines.Count > 10);
        Assert.DoesNotContain(lines, l => "）、，”。".Contains(l.Text[0], StringComparison.Ordinal));
        Assert.DoesNotContain(lines, l => "（“".Contains(l.Text[^1], StringComparison.Ordinal));
    }

    [Fact]
    public void Draw_Words_AreNotTornApart()
    {
        const string text = "Beijing Example Import and Export Company Limited";

        var lines = Texts(SheetLayout.Draw([SheetOf(CellOf(30, 30))], DataOf(text), Width)[0]).Select(t => t.Text);

        Assert.Equal(text, string.Join(' ', lines));
    }

    [Theory]
    [InlineData(SheetDisclosure.Whole, "110105194912310021")]
    [InlineData(SheetDisclosure.Masked, "110***********0021")]
    [InlineData(SheetDisclosure.Hidden, "（不公开）")]
    public void Draw_PersonalAnswer_ShowsWhatMayBeSeen(SheetDisclosure disclosure, string expected)
    {
        var data = DataOf("110105194912310021", Name with { Personal = true }) with { Disclose = _ => disclosure };

        Assert.Equal(expected, Assert.Single(Texts(SheetLayout.Draw([SheetOf(CellOf(80, 10))], data, Width)[0])).Text);
    }

    [Fact]
    public void Draw_PartsOfAnAnswer_AreReadAsPeopleDo()
    {
        var field = new MoneyField { Code = "capital", Label = new("资金", "Capital") };
        var answers = AnswerSet.From([new("capital.amount", "5000000"), new("capital.currency", "CNY"), new("capital.usd", "700000")]);
        SheetPiece[] pieces =
        [
            new("", new("capital.amount")),
            new(" ", null),
            new("", new("capital.currency")),
            new("/", null),
            new("", new("capital.usd", true)),
        ];
        var cell = CellOf(120, 10) with { Content = new SheetText(new(pieces, pieces), null) };

        Assert.Equal(
            "5,000,000.00 人民币/700000",
            Assert.Single(Texts(SheetLayout.Draw([SheetOf(cell)], DataOf(answers, field), Width)[0])).Text
        );
    }

    [Fact]
    public void Draw_NothingPublicInACell_SaysSoOnce()
    {
        SheetPiece[] pieces = [new("共 ", null), new("", new("name")), new(" 或 ", null), new("", new("name"))];
        var cell = CellOf(120, 10) with { Content = new SheetText(new(pieces, pieces), null) };
        var data = DataOf("秘密") with { Disclose = _ => SheetDisclosure.Hidden };

        Assert.Equal("（不公开）", Assert.Single(Texts(SheetLayout.Draw([SheetOf(cell)], data, Width)[0])).Text);
    }

    [Fact]
    public void Draw_Checks_TicksWhatWasAnswered()
    {
        Choice[] choices = [new("a", new("甲", "A")), new("b", new("乙", "B"))];
        var field = new ChoiceField
        {
            Code = "name",
            Label = new("名称", "Name"),
            Choices = choices,
        };
        var cell = CellOf(80, 10) with { Content = new SheetChecks(field, choices) };

        Assert.Equal("□甲　■乙", Assert.Single(Texts(SheetLayout.Draw([SheetOf(cell)], DataOf("b", field), Width)[0])).Text);
    }

    [Fact]
    public void Draw_ChecksOnSeveralLines_KeepEachBoxWithItsWords()
    {
        Choice[] choices = [.. Enumerable.Range(1, 9).Select(i => new Choice($"c{i}", new($"第{i}种货物运输", $"Cargo of kind {i}")))];
        var field = new ChoicesField
        {
            Code = "name",
            Label = new("名称", "Name"),
            Choices = choices,
        };
        var cell = CellOf(70, 30) with { Content = new SheetChecks(field, choices) };

        var lines = Texts(SheetLayout.Draw([SheetOf(cell)], DataOf("c2 c9", field), Width)[0]).Select(t => t.Text).ToList();

        Assert.True(lines.Count > 2);
        Assert.All(lines, l => Assert.Matches("^([□■]第.种货物运输　?)+$", l));
        Assert.Equal(2, lines.Sum(l => l.Count(c => c == '■')));
    }

    [Fact]
    public void Draw_TextWithGaps_LeavesRoomToWriteByHand()
    {
        var template = new SheetTemplate([new("共 ", null), new("", new("name")), new(" 元", null)], [new("", new("name"))]);
        var cell = CellOf(80, 10) with { Content = new SheetText(template, null) };

        Assert.Equal("共 　　　　 元", Assert.Single(Texts(SheetLayout.Draw([SheetOf(cell)], DataOf(""), Width)[0])).Text);
    }

    [Theory]
    [InlineData(SheetCopy.Application, true, "申请")]
    [InlineData(SheetCopy.Public, false, "公开信息")]
    [InlineData(SheetCopy.Register, false, null)]
    [InlineData(SheetCopy.Blank, false, null)]
    public void Draw_MarkAndQr_SayWhichCopyItIs(SheetCopy copy, bool isSealed, string? mark)
    {
        var sheet = SheetOf(CellOf(30, 10) with { Content = new SheetCopyMark() });
        sheet = sheet with { Cells = [.. sheet.Cells, new SheetCell(100, 10, 26, 30, new SheetQr())] };
        var data = DataOf("") with { Copy = copy, Seal = isSealed ? new("text", "7K3M-9Q2X") : null };

        var page = SheetLayout.Draw([sheet], data, Width)[0];

        string[] expected = [.. new[] { mark, isSealed ? "7K3M-9Q2X" : null }.OfType<string>()];
        Assert.Equal(expected, Texts(page).Select(t => t.Text));
        Assert.Equal(isSealed ? ["text"] : [], page.Marks.OfType<QrMark>().Select(q => q.Text));
    }

    [Fact]
    public void Draw_TableWithMoreRowsThanRoom_GoesOnWithItsHeadings()
    {
        var table = new TableField
        {
            Code = "stores",
            Label = new("店铺", "Stores"),
            Fields = [new TextField { Code = "store", Label = new("店名", "Store") }],
        };
        var column = new SheetColumn(new("店名", "Store"), new("store"), 60, SheetAlign.Left);
        var number = new SheetColumn(new("序号", "No."), null, 12, SheetAlign.Center);
        var sheet = SheetOf() with { Tables = [new(table, 10, 20, 8, 8, 5, [number, column], 10.5)] };
        var answers = AnswerSet.From(Enumerable.Range(0, 60).Select(i => KeyValuePair.Create($"stores.{i}.store", $"第{i + 1}店")));

        var pages = SheetLayout.Draw([sheet], DataOf(answers, table), Width);

        Assert.Equal(3, pages.Count); // 5 rows, then as many as two pages hold
        var texts = pages.SelectMany(p => Texts(p).Select(t => t.Text)).ToList();
        foreach (var i in Enumerable.Range(1, 60))
        {
            Assert.Single(texts, t => t == $"第{i}店");
            Assert.Single(texts, t => t == i.ToString(CultureInfo.InvariantCulture));
        }
        Assert.All(pages, p => Assert.Contains("店名", Texts(p).Select(t => t.Text)));
        Assert.All(pages, p => Assert.All(p.Marks.OfType<BoxMark>(), b => Assert.True(b.Y + b.Height <= p.Height - Margin + Tolerance)));
    }

    /// <summary>The lines of a continuation page under its one heading.</summary>
    private static IEnumerable<string> AnnexLines(DrawnPage page) =>
        Texts(page).Where(t => t is { Size: 10.5, Bold: false }).Select(t => t.Text);

    private static string Ink(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    /// <summary>No two lines of a cell lie on each other.</summary>
    private static void AssertApart(List<TextMark> lines, string label)
    {
        foreach (var (first, second) in lines.Zip(lines.Skip(1)))
            Assert.True(
                second.Baseline - first.Baseline >= first.Size * 25.4 / 72 - Tolerance
                    || Math.Abs(second.X - first.X - Width(first.Text, first.Size, first.Bold)) < 1e-3,
                label
            );
    }
}
