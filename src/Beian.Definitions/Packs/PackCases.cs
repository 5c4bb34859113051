using Beian.Definitions.Answers;
using Beian.Definitions.Packs.Cases;
using Beian.Definitions.Packs.Compiling;
using Beian.Definitions.Packs.Nodes;

namespace Beian.Definitions.Packs;

/// <summary>Runs the examples of a pack (cases/*.yaml): answers, and the problems and values the engine must find.</summary>
public static class PackCases
{
    /// <summary>The folder they stand in, with the slash.</summary>
    internal const string Folder = "cases/";

    /// <summary>How many cases there are, and a fault for each that comes out otherwise than it says.</summary>
    /// <param name="pack">The compiled pack; null where it has faults: then the cases are read but not run.</param>
    public static (int Count, IReadOnlyList<Fault> Faults) Check(string folder, Pack? pack)
    {
        var faults = new List<Fault>();
        var files = PackFiles.ReadYaml(folder, Folder, faults);
        var compilation = new Compilation(files, faults);
        var cases = files.Keys.SelectMany(f => CaseReader.Read(compilation, f)).ToList();
        if (faults.Count == 0 && pack is not null)
            foreach (var one in cases)
                Run(pack, one, faults);
        return (cases.Count, faults);
    }

    private static void Run(Pack pack, PackCase one, List<Fault> faults)
    {
        foreach (var (control, _) in one.Answers.Where(a => pack.Form.FindByControl(a.Key) is null))
            faults.Add(At(one, one.Name, new($"表单中没有“{control}”。", $"The form has no “{control}”.")));
        CheckContext(pack, one, faults);
        var context = ContextOf(pack, one);
        var evaluation = Evaluator.Evaluate(pack.For(context.Kind), one.Answers, context);
        Compare(one, one.Expected, evaluation, faults);
        if (one.Approval is not { } approval)
            return;
        var kept = approval.Answers.Aggregate(
            Evaluator.DropIrrelevant(pack, evaluation),
            (answers, pair) => answers.With(pair.Key.Text, pair.Value.Text)
        );
        var approved = Evaluator.EvaluateApproval(pack, kept, context with { AuthorityPrefix = approval.AuthorityPrefix });
        Compare(one, approval.Expected, approved, faults);
    }

    /// <summary>A case of a kind that starts from an entry keeps what that kind keeps, where it says what held before.</summary>
    private static EvaluationContext ContextOf(Pack pack, PackCase one) =>
        pack.Lifecycle.Find(one.Context.Kind) is { StartsFromEntry: true } kind
        && one.Context.Outside.TryGetValue(EvaluationContext.Previous, out var previous)
            ? one.Context with
            {
                Kept = kind.KeptOf(pack.Form, previous.Answers),
            }
            : one.Context;

    /// <summary>A case that speaks of what the pack does not have would pass for the wrong reason.</summary>
    private static void CheckContext(Pack pack, PackCase one, List<Fault> faults)
    {
        var (route, kind) = (one.Context.Route, one.Context.Kind);
        var (zh, en) = ($"用例“{one.Name.Text}”：", $"Case “{one.Name.Text}”: ");
        if (pack.Service.Routes.All(r => r.Code != route))
            faults.Add(At(one, one.Name, new($"{zh}没有备案登记方式“{route}”（route）。", $"{en}there is no route “{route}”.")));
        if (pack.Lifecycle.Kinds.All(k => k.Code != kind))
            faults.Add(At(one, one.Name, new($"{zh}没有办理种类“{kind}”（filing）。", $"{en}there is no kind of filing “{kind}”.")));
        foreach (var code in one.Context.Attachments.Where(a => pack.Attachments.All(x => x.Code != a)))
            faults.Add(At(one, one.Name, new($"{zh}没有附件“{code}”。", $"{en}there is no attachment “{code}”.")));
    }

    private static void Compare(PackCase one, Expectation expected, Evaluation evaluation, List<Fault> faults)
    {
        var found = evaluation.Problems.Select(p => $"{p.Control}/{p.Code}").ToList();
        if (expected.Problems is { } problems && !problems.SequenceEqual(found, StringComparer.Ordinal))
            faults.Add(
                At(
                    one,
                    expected.At,
                    new(
                        $"用例“{one.Name.Text}”：应有问题 [{string.Join(", ", problems)}]，实有 [{string.Join(", ", found)}]。",
                        $"Case “{one.Name.Text}”: expected the problems [{string.Join(", ", problems)}], found [{string.Join(", ", found)}]."
                    )
                )
            );
        foreach (var (control, value) in expected.Values.Where(v => (evaluation.Answers[v.Key.Text] ?? "") != v.Value.Text))
        {
            var actual = evaluation.Answers[control.Text] ?? "";
            faults.Add(
                At(
                    one,
                    value,
                    new(
                        $"用例“{one.Name.Text}”：{control.Text} 应为“{value.Text}”，实为“{actual}”。",
                        $"Case “{one.Name.Text}”: {control.Text} should be “{value.Text}”, it is “{actual}”."
                    )
                )
            );
        }
    }

    private static Fault At(PackCase one, Node at, LocalizedText message) => new(one.File, at.Line, at.Column, message);
}
