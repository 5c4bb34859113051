using Beian.Definitions.Answers;
using Beian.Tests.Packs;
using Xunit;
using static Beian.Tests.Answers.ReportPack;

namespace Beian.Tests.Answers;

/// <summary>Why a field applies and must be filled in, with the values that decided it.</summary>
public sealed class ExplainTests
{
    [Fact]
    public void Explain_ConditionalField_ShowsWhatItsConditionsUsed()
    {
        var evaluation = Evaluator.Evaluate(Pack, Given(("name", "甲"), ("trade.m02.cur", "1200")), Context);

        var why = Evaluator.Explain(Pack, evaluation, Context);

        Assert.Equal(["其中：批发（本月）=1,200"], why["proofs"].Relevant.Select(r => $"{r.Label.Zh}={r.Text.Zh}"));
        Assert.Equal(["数量=（未填）"], why["proof"].Required.Select(r => $"{r.Label.Zh}={r.Text.Zh}"));
        Assert.False(why.ContainsKey("name"));
        Assert.Equal(["proofs/required"], Problems(evaluation));
    }

    [Fact]
    public void Explain_FieldThatDoesNotApply_IsSilent()
    {
        var evaluation = Evaluator.Evaluate(Pack, Given(("name", "甲"), ("trade.m02.cur", "1")), Context);

        Assert.False(Evaluator.Explain(Pack, evaluation, Context).ContainsKey("proofs"));
    }

    [Fact]
    public void Explain_PersonalValues_AreMasked()
    {
        var pack = new TestPack()
            .WithForm(
                """
                sections:
                  - code: main
                    fields:
                      - { code: name, type: text, label: 名称 }
                      - { code: amount, type: decimal, label: 数量, required: "starts-with(who.number, '110')" }
                      - { code: who, type: id-document, label: 证件 }
                """,
                "    who: { label: Document }"
            )
            .Compile();
        var evaluation = Evaluator.Evaluate(pack, Given(("who.type", "identity-card"), ("who.number", "11010519491231002X")), Context);

        var reason = Assert.Single(Evaluator.Explain(pack, evaluation, Context)["amount"].Required);

        Assert.Equal("110***********002X", reason.Text.Zh);
    }

    [Fact]
    public void Evaluate_AttachmentInTheForm_IsAskedForInItsPlace()
    {
        var answers = Given(("name", "甲"), ("trade.m02.cur", "1200"), ("amount", "9"));

        Assert.Equal(["amount/proven", "proofs/required"], Problems(Evaluator.Evaluate(Pack, answers, Context)));
        Assert.Empty(Evaluator.Evaluate(Pack, answers, Context with { Attachments = new HashSet<string> { "proofs" } }).Problems);
        Assert.Equal(["proofs", "proof"], Pack.Attachments.Select(a => a.Code));
    }
}
