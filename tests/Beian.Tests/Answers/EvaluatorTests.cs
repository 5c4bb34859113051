using Beian.Definitions;
using Beian.Definitions.Answers;
using Beian.Definitions.Packs;
using Beian.Tests.Packs;
using Xunit;

namespace Beian.Tests.Answers;

public sealed class EvaluatorTests
{
    private static readonly EvaluationContext Context = new(new DateOnly(2026, 11, 21), "only", "initial", new HashSet<string>());

    private static readonly Pack Shops = new TestPack()
        .WithForm(
            """
            sections:
              - code: main
                fields:
                  - { code: name, type: text, label: 名称, required: "true" }
                  - { code: amount, type: calculated, kind: number, label: 数量, calculate: sum(shops.area) }
                  - { code: chain, type: yes-no, label: 连锁 }
              - code: detail
                relevant: chain
                fields:
                  - code: shops
                    type: table
                    label: 门店
                    required: "true"
                    max-rows: 3
                    fields:
                      - { code: shop, type: text, label: 店名, required: "true" }
                      - { code: area, type: integer, label: 面积, relevant: not is-missing(shop), constraint: area > 0, constraint-message: 面积应大于0。 }
                  - { code: limit, type: integer, label: 上限 }
              - code: office
                fields:
                  - { code: opinion, type: text, label: 意见, filled-by: authority, required: "true", relevant: chain }
                  - { code: number, type: text, label: 编号, filled-by: system, calculate: authority.prefix4 + name }
            rules:
              - { code: under-limit, control: limit, check: amount <= limit, message: 面积合计超过上限。 }
              - { code: zero, level: soft, control: name, check: limit > 0, missing: zero, message: 没有上限。 }
              - { code: must-know, control: chain, check: chain, missing: fail, message: 请说明是否连锁。 }
            """,
            """
                chain: { label: Chain }
                shops: { label: Shops, fields: { shop: { label: Shop }, area: { label: Area, constraint-message: Area must be positive. } } }
                limit: { label: Limit }
                opinion: { label: Opinion }
                number: { label: Number }
              rules: { under-limit: { message: Too much. }, zero: { message: No limit. }, must-know: { message: Say it. } }
            """
        )
        .Compile();

    [Fact]
    public void Evaluate_Table_JudgesEveryCellAndSumsTheColumn()
    {
        var evaluation = Evaluate(
            ("name", "甲"),
            ("chain", "是"),
            ("shops.0.shop", "一店"),
            ("shops.0.area", "80"),
            ("shops.1.area", "20"),
            ("shops.2.shop", "三店"),
            ("shops.2.area", "0"),
            ("limit", "90")
        );

        Assert.Equal(["shops.1.shop/required", "shops.2.area/constraint"], Problems(evaluation));
        Assert.Equal("80", evaluation.Answers["amount"]);
        Assert.Contains("shops.0.area", evaluation.Relevant);
        Assert.DoesNotContain("shops.1.area", evaluation.Relevant);
        Assert.Equal("请填写门店第 2 行店名", evaluation.Problems[0].Message.Zh);
    }

    [Fact]
    public void Evaluate_RuleAcrossFields_SpeaksWhenItsValuesAreThere()
    {
        var evaluation = Evaluate(("name", "甲"), ("chain", "是"), ("shops.0.shop", "一店"), ("shops.0.area", "80"), ("limit", "70"));

        Assert.Equal(["limit/under-limit"], Problems(evaluation));
        Assert.False(evaluation.MaySubmit);
    }

    [Fact]
    public void Evaluate_MissingValues_AreReadAsTheRuleSays()
    {
        Assert.Equal(["name/zero", "chain/must-know"], Problems(Evaluate(("name", "甲"))));
    }

    [Fact]
    public void Evaluate_IrrelevantAnswers_StayButReadAsMissing()
    {
        var evaluation = Evaluate(("name", "甲"), ("chain", "否"), ("shops.0.shop", "一店"), ("shops.0.area", "80"));

        Assert.Equal("一店", evaluation.Answers["shops.0.shop"]);
        Assert.Equal("0", evaluation.Answers["amount"] ?? "0");
        Assert.DoesNotContain("detail", evaluation.Relevant);
        Assert.Equal(
            ["amount", "chain", "name"],
            Evaluator.DropIrrelevant(Shops, evaluation).Select(a => a.Key).Append("amount").Distinct().Order()
        );
    }

    [Fact]
    public void Evaluate_RequiredAttachment_IsAskedForByItsCondition()
    {
        var big = Evaluate(("name", "甲"), ("chain", "是"), ("shops.0.shop", "一店"), ("shops.0.area", "101"), ("limit", "200"));
        var there = Evaluator.Evaluate(Shops, big.Answers, Context with { Attachments = new HashSet<string> { "proof" } });

        Assert.Equal(["proof/required"], Problems(big));
        Assert.Equal("请上传证明", big.Problems[0].Message.Zh);
        Assert.Contains("proof", big.Required);
        Assert.True(there.MaySubmit);
    }

    [Fact]
    public void Evaluate_FieldsOfOthers_AreLeftAlone()
    {
        var evaluation = Evaluate(("name", "甲"), ("chain", "是"), ("shops.0.shop", "一店"), ("limit", "1"));

        Assert.Empty(evaluation.Problems);
        Assert.Null(evaluation.Answers["number"]);
        Assert.Contains("opinion", evaluation.Relevant);
        Assert.DoesNotContain("opinion", evaluation.Required);
    }

    [Fact]
    public void EvaluateApproval_OfficersFields_AreJudgedAndTheSystemsCalculated()
    {
        var answers = Evaluate(("name", "甲"), ("chain", "是"), ("shops.0.shop", "一店"), ("limit", "1")).Answers;

        var open = Evaluator.EvaluateApproval(Shops, answers, Context with { AuthorityPrefix = "1100" });
        var done = Evaluator.EvaluateApproval(Shops, answers.With("opinion", " 同意 "), Context with { AuthorityPrefix = "1100" });

        Assert.Equal(["opinion/required"], Problems(open));
        Assert.True(done.MaySubmit);
        Assert.Equal("1100甲", done.Answers["number"]);
        Assert.Equal("同意", done.Answers["opinion"]);
    }

    [Fact]
    public void Evaluate_Twice_ChangesNothing()
    {
        var once = Evaluate(("name", " 甲 "), ("chain", "是"), ("shops.0.shop", "一店"), ("shops.0.area", "８０"));

        var twice = Evaluator.Evaluate(Shops, once.Answers, Context);

        Assert.Equal(once.Answers.ToJson(), twice.Answers.ToJson());
        Assert.Equal(Problems(once), Problems(twice));
    }

    [Theory]
    [InlineData("name", true)]
    [InlineData("shops.0.shop", true)]
    [InlineData("shops.0.owner", false)]
    [InlineData("amount", false)]
    [InlineData("opinion", false)]
    [InlineData("number", false)]
    [InlineData("nobody", false)]
    [InlineData("", false)]
    public void Accepts_ControlsOfTheEnterprise_Only(string control, bool accepted) => Assert.Equal(accepted, Shops.Form.Accepts(control));

    [Fact]
    public void Evaluate_AnyAnswers_NeverThrows()
    {
        var random = new Random(20261121);
        string[] names =
        [
            "name",
            "chain",
            "limit",
            "shops.0.shop",
            "shops.0.area",
            "shops.9999.area",
            "opinion",
            "nobody",
            "shops",
            "shops.x",
            "amount",
        ];
        string[] texts = ["", "yes", "是", "0", "1e5", "\ud800", "99999999999999999999999999", "甲", "-1", "\0"];
        for (var round = 0; round < 500; round++)
        {
            var answers = AnswerSet.From(
                names.Where(_ => random.Next(2) == 0).Select(n => KeyValuePair.Create(n, texts[random.Next(texts.Length)]))
            );
            var evaluation = Evaluator.Evaluate(Shops, answers, Context);
            Evaluator.EvaluateApproval(Shops, Evaluator.DropIrrelevant(Shops, evaluation), Context);
            Assert.All(evaluation.Problems, p => Assert.NotEmpty(p.Message.In(Language.En)));
        }
    }

    private static Evaluation Evaluate(params (string Control, string Text)[] answers) =>
        Evaluator.Evaluate(Shops, AnswerSet.From(answers.Select(a => KeyValuePair.Create(a.Control, a.Text))), Context);

    private static IEnumerable<string> Problems(Evaluation evaluation) => evaluation.Problems.Select(p => $"{p.Control}/{p.Code}");
}
