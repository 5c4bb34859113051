using Beian.Definitions.Answers;
using Beian.Tests.Packs;
using Xunit;
using static Beian.Tests.Answers.ReportPack;

namespace Beian.Tests.Answers;

/// <summary>What a judgement takes from outside the answers.</summary>
public sealed class OutsideTests
{
    [Fact]
    public void Evaluate_PreviousAndLastYear_AreReadAsInTheForm()
    {
        var answers = Given(("name", "甲"), ("trade.m02.cur", "80"));
        var context = Context with
        {
            Outside = new Dictionary<string, OutsideAnswers>
            {
                ["previous"] = OutsideAnswers.Of(Pack, "entry 1 version 2", Given(("trade.m02.cur", "90"))),
                ["last-year"] = OutsideAnswers.Of(Pack, "period 2025-11", Given(("name", "乙"))),
            },
        };

        var evaluation = Evaluator.Evaluate(Pack, answers, context);

        Assert.Equal(["name/same-name", "trade.m02.cur/not-less"], Problems(evaluation));
        Assert.Equal(
            ["其中：批发（本月）=80", "其中：批发（本月）（原）=90"],
            evaluation.Problems[1].Used.Select(u => $"{u.Label.Zh}={u.Text.Zh}")
        );
        Assert.Empty(Evaluator.Evaluate(Pack, answers, Context).Problems);
    }

    [Fact]
    public void Evaluate_OnAnotherDay_ComesOutAsThatDaySays()
    {
        var answers = Given(("name", "甲"), ("trade.m02.cur", "80"), ("shops.0.opened", "2025-11-21"), ("shops.1.opened", "2024-01-01"));

        Assert.Empty(Evaluator.Evaluate(Pack, answers, Context).Problems);
        var before = Evaluator.Evaluate(Pack, answers, Context with { Today = new DateOnly(2026, 11, 20) });
        Assert.Equal(["shops/two-shops"], Problems(before));
        Assert.Contains(before.Problems[0].Used, u => u.Label.Zh == "今天" && u.Text.Zh == "2026年11月20日");
    }

    [Fact]
    public void Of_PersonalAnswers_AreNotTakenOver()
    {
        var pack = new TestPack()
            .WithForm(
                """
                sections:
                  - code: main
                    fields:
                      - { code: name, type: text, label: 名称 }
                      - { code: amount, type: decimal, label: 数量 }
                      - { code: who, type: id-document, label: 证件 }
                """,
                "    who: { label: Document }"
            )
            .Compile();

        var outside = OutsideAnswers.Of(pack, "entry 1", Given(("name", "甲"), ("who.number", "E1234567"), ("other", "x")));

        Assert.Equal(["name"], outside.Answers.Select(a => a.Key));
    }

    [Fact]
    public void Read_PersonalAnswerFromOutside_IsNoName()
    {
        var faults = new TestPack()
            .WithForm(
                """
                sections:
                  - code: main
                    fields:
                      - { code: name, type: text, label: 名称, required: previous.who.number != who.number }
                      - { code: amount, type: decimal, label: 数量, required: previous.amount != amount }
                      - { code: who, type: id-document, label: 证件 }
                """,
                "    who: { label: Document }"
            )
            .Read()
            .Faults;

        Assert.Contains("previous.who.number", Assert.Single(faults).Message.Zh, StringComparison.Ordinal);
    }
}
