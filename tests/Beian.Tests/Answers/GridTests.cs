using Beian.Definitions;
using Beian.Definitions.Answers;
using Beian.Definitions.Fields;
using Beian.Tests.Packs;
using Xunit;
using static Beian.Tests.Answers.ReportPack;

namespace Beian.Tests.Answers;

/// <summary>Indicators × columns: totals, cells that must be filled in, rows that do not apply.</summary>
public sealed class GridTests
{
    [Fact]
    public void Evaluate_Cells_AreTotalledAlongRowsAndColumns()
    {
        var answers = Evaluator
            .Evaluate(Pack, Given(("name", "甲"), ("trade.m02.cur", "８0"), ("trade.m03.cur", "1,020"), ("trade.m02.ly", "40")), Context)
            .Answers;

        Assert.Equal("1100", answers["trade.m01.cur"]);
        Assert.Equal("40", answers["trade.m01.ly"]);
        Assert.Equal("2650", answers["trade.m01.yoy"]);
        Assert.Equal("100", answers["trade.m02.yoy"]);
        Assert.Null(answers["trade.m03.yoy"]);
        Assert.Equal("2200", answers["total"]);
        // A quotient that never ends is kept with ten decimals, so that it can be read again.
        Assert.Equal("0.0727272727", answers["share"]);
    }

    [Fact]
    public void Evaluate_RequiredRow_AsksForTheColumnsThatAgree()
    {
        var evaluation = Evaluator.Evaluate(Pack, Given(("name", "甲"), ("platform", "是")), Context);

        Assert.Equal(["trade.m02.cur/required", "trade.m20.cur/required"], Problems(evaluation));
        Assert.Equal("请填写其中：批发（本月）", evaluation.Problems[0].Message.Zh);
        Assert.Contains("trade.m02", evaluation.Required);
    }

    [Fact]
    public void Evaluate_CellsOfTheirKind_AreJudgedEach()
    {
        var evaluation = Evaluator.Evaluate(
            Pack,
            Given(
                ("name", "甲"),
                ("platform", "是"),
                ("trade.m02.cur", "-1"),
                ("trade.m03.cur", "viel"),
                ("trade.m20.cur", "1.5"),
                ("trade.m02.ly", "1.234")
            ),
            Context
        );

        Assert.Equal(["trade.m02.cur/min", "trade.m02.ly/places", "trade.m03.cur/number", "trade.m20.cur/places"], Problems(evaluation));
    }

    [Fact]
    public void Evaluate_RowThatDoesNotApply_ReadsAsMissingAndIsDropped()
    {
        var evaluation = Evaluator.Evaluate(Pack, Given(("name", "甲"), ("trade.m02.cur", "1"), ("trade.m20.cur", "x")), Context);

        Assert.Empty(evaluation.Problems);
        Assert.Equal("x", evaluation.Answers["trade.m20.cur"]);
        Assert.Equal("2", evaluation.Answers["total"]);
        Assert.Null(Evaluator.DropIrrelevant(Pack, evaluation)["trade.m20.cur"]);
        Assert.Equal("1", Evaluator.DropIrrelevant(Pack, evaluation)["trade.m02.cur"]);
    }

    [Fact]
    public void Accepts_CellsThatAreTyped_Only()
    {
        Assert.True(Pack.Form.Accepts("trade.m02.cur"));
        Assert.False(Pack.Form.Accepts("trade.m01.cur"));
        Assert.False(Pack.Form.Accepts("trade.m02.yoy"));
        Assert.False(Pack.Form.Accepts("trade.m99.cur"));
        Assert.False(Pack.Form.Accepts("office.name"));
    }

    [Fact]
    public void Tabulate_Grid_NamesRowsUnitsAndColumns()
    {
        var grid = (GridField)Pack.Form["trade"];
        var answers = Evaluator.Evaluate(Pack, Given(("trade.m02.cur", "1200"), ("trade.m02.ly", "1000")), Context).Answers;

        var table = grid.Tabulate(answers, Language.Zh, masked: false);

        Assert.Equal(["指标", "单位", "本月", "上年同月", "同比"], table.Heads);
        Assert.Equal(["其中：批发", "万元", "1,200", "1,000", "20%"], table.Rows[1]);
        Assert.Equal(["商户数", "户", "", "", ""], table.Rows[3]);
    }

    [Theory]
    [InlineData("{ code: a, label: 甲, calculate: b }", "{ code: b, label: 乙, calculate: a }", "相互依赖")]
    [InlineData("{ code: a, label: 甲, calculate: sum(g.x) }", "{ code: b, label: 乙 }", "相互依赖")]
    [InlineData("{ code: a, label: 甲, relevant: g.b.x > 1 }", "{ code: b, label: 乙 }", "相互依赖")]
    [InlineData("{ code: a, label: 甲 }", "{ code: a, label: 乙 }", "重复")]
    [InlineData("{ code: a, label: 甲 }", "{ code: x, label: 乙 }", "重复")]
    [InlineData("{ code: a, label: 甲, calculate: c }", "{ code: b, label: 乙 }", "不认识名称")]
    [InlineData("{ code: a, label: 甲, type: text }", "{ code: b, label: 乙 }", "decimal | integer | percent")]
    [InlineData("{ code: a, label: 甲, constraint: a > 1 }", "{ code: b, label: 乙 }", "constraint-message")]
    public void Read_BrokenGrid_IsAFault(string first, string second, string expected)
    {
        var form = $"""
            sections:
              - code: main
                fields:
                  - {"{ code: name, type: text, label: 名称 }"}
                  - {"{ code: amount, type: decimal, label: 数量 }"}
                  - code: g
                    type: grid
                    label: 表
                    columns: [{"{ code: x, label: 一 }"}]
                    rows: [{first}, {second}]
            """;

        var faults = new TestPack().WithForm(form, "    g: { label: Grid }").Read().Faults;

        Assert.Contains(faults, f => f.Message.Zh.Contains(expected, StringComparison.Ordinal));
    }
}
