using Beian.Definitions;
using Beian.Definitions.Answers;
using Beian.Definitions.Packs;
using Beian.Tests.Architecture;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Beian.Tests.Answers;

/// <summary>Properties of the evaluator: it never throws, it repeats itself, and the order in which a form is written never matters.</summary>
public sealed class OrderTests
{
    private static readonly Pack Operator = PackReader.Read(Path.Combine(Repository.Packs, "foreign-trade-operator")).Pack!;
    private static readonly Config Many = Config.QuickThrowOnFailure.WithMaxTest(300);

    private static readonly string[] Texts =
    [
        "yes",
        "no",
        "是",
        "0",
        "1",
        "-1",
        "120",
        "0.333",
        "1e5",
        "99999999999999999999999999",
        "79228162514264337593543950335",
        "2020-01-05",
        "2026-11-21",
        "0001-01-01",
        "9999-12-31",
        "enterprise",
        "individual",
        "91110108MA9900X1XQ",
        "A110000",
        "USD",
        "\ud800",
        "𠮷",
        "（",
    ];

    public static TheoryData<string> Packs { get; } = ["report", "foreign-trade-operator"];

    [Theory, MemberData(nameof(Packs))]
    public void Evaluate_AnyAnswers_NeverThrowsAndRepeatsItself(string name)
    {
        var pack = PackOf(name);
        Prop.ForAll(
                AnyAnswers(pack),
                AnyContext(pack),
                (answers, context) =>
                {
                    var once = Evaluator.Evaluate(pack, answers, context);
                    var again = Evaluator.Evaluate(pack, once.Answers, context);
                    Assert.Equal(once.Answers.ToJson(), again.Answers.ToJson());
                    Assert.Equal(Said(once), Said(again));
                    Evaluator.Explain(pack, once, context);
                    var kept = Evaluator.DropIrrelevant(pack, once);
                    Evaluator.EvaluateApproval(pack, kept, context with { AuthorityPrefix = "1100" });
                    foreach (var field in pack.Form.Fields)
                        field.Tabulate(once.Answers, Language.En, masked: true);
                }
            )
            .Check(Many);
    }

    /// <summary>What was sent stands as it was judged: without what does not apply, the same answers come out the same.</summary>
    [Theory, MemberData(nameof(Packs))]
    public void Evaluate_WhatWasSent_ComesOutAsItWasSent(string name)
    {
        var pack = PackOf(name);
        Prop.ForAll(
                AnyAnswers(pack),
                AnyContext(pack),
                (answers, context) =>
                {
                    var judged = Evaluator.Evaluate(pack, answers, context);
                    var sent = Evaluator.DropIrrelevant(pack, judged);
                    var later = Evaluator.Evaluate(pack, sent, context);
                    Assert.Equal(sent.ToJson(), Evaluator.DropIrrelevant(pack, later).ToJson());
                    Assert.Equal(Said(judged), Said(later));
                }
            )
            .Check(Many);
    }

    [Fact]
    public void Evaluate_FieldsWrittenInAnyOrder_ComeOutTheSame()
    {
        var pack = ReportPack.Pack;
        Prop.ForAll(
                AnyAnswers(pack),
                Arb.From(Gen.Choose(0, int.MaxValue)),
                (answers, seed) =>
                {
                    var shuffled = Shuffled(pack, new Random(seed));
                    var (one, other) = (
                        Evaluator.Evaluate(pack, answers, ReportPack.Context),
                        Evaluator.Evaluate(shuffled, answers, ReportPack.Context)
                    );
                    Assert.Equal(one.Answers.ToJson(), other.Answers.ToJson());
                    Assert.Equal(one.Relevant.Order(), other.Relevant.Order());
                    Assert.Equal(one.Required.Order(), other.Required.Order());
                    Assert.Equal(Said(one).Order(), Said(other).Order());
                }
            )
            .Check(Many);
    }

    private static Pack PackOf(string name) => name == "report" ? ReportPack.Pack : Operator;

    private static Arbitrary<AnswerSet> AnyAnswers(Pack pack)
    {
        string[] controls =
        [
            .. pack.Form.Fields.SelectMany(f => f.Controls),
            .. pack
                .Form.Fields.OfType<Definitions.Fields.TableField>()
                .SelectMany(t => t.Fields.SelectMany(f => new[] { 0, 1, 3 }.Select(r => t.ControlOf(r, f.Code)))),
            "nobody",
            "shops.x.rent",
        ];
        var pair =
            from control in Gen.Elements(controls)
            from text in Gen.Frequency((4, Gen.Elements(Texts)), (1, ArbMap.Default.GeneratorFor<string>().Select(t => t ?? "")))
            select KeyValuePair.Create(control, text);
        return Arb.From(
            pair.ListOf().Select(pairs => AnswerSet.From(pairs.GroupBy(p => p.Key).Select(g => KeyValuePair.Create(g.Key, g.Last().Value))))
        );
    }

    private static Arbitrary<EvaluationContext> AnyContext(Pack pack) =>
        Arb.From(
            from day in Gen.Choose(0, DateOnly.MaxValue.DayNumber)
            from route in Gen.Elements(pack.Service.Routes.Select(r => r.Code).Append("").ToArray())
            from attached in Gen.Elements(true, false)
            from outside in AnyAnswers(pack).Generator
            select new EvaluationContext(
                DateOnly.FromDayNumber(day),
                route,
                "initial",
                attached ? pack.Attachments.Select(a => a.Code).ToHashSet() : new HashSet<string>()
            )
            {
                Outside = new Dictionary<string, OutsideAnswers> { ["previous"] = OutsideAnswers.Of(pack, "entry 1", outside) },
            }
        );

    private static IEnumerable<string> Said(Evaluation evaluation) => evaluation.Problems.Select(p => $"{p.Control}/{p.Code}/{p.Level}");

    /// <summary>The same form with sections, fields, columns, rows and rules in another order.</summary>
    private static Pack Shuffled(Pack pack, Random random)
    {
        T[] Mixed<T>(IEnumerable<T> items)
        {
            T[] all = [.. items];
            random.Shuffle(all);
            return all;
        }
        Definitions.Fields.Field Inside(Definitions.Fields.Field field) =>
            field switch
            {
                Definitions.Fields.TableField table => table with { Fields = Mixed(table.Fields) },
                Definitions.Fields.GridField grid => grid with { Rows = Mixed(grid.Rows), Columns = Mixed(grid.Columns) },
                _ => field,
            };
        var sections = Mixed(pack.Form.Sections).Select(s => s with { Fields = [.. Mixed(s.Fields).Select(Inside)] });
        return pack with { Form = new FormDefinition([.. sections], Mixed(pack.Form.Rules)) };
    }
}
