using Beian.Definitions.Answers;
using Beian.Definitions.Fields;

namespace Beian.Definitions.Packs.Compiling;

/// <summary>Compiles form.yaml.</summary>
internal static class FormCompiler
{
    /// <summary>The file's name.</summary>
    public const string File = "form.yaml";

    private const int MostFields = 1000;

    /// <summary>The form; the codes of the service's attachments are names in its expressions as those of its own are.</summary>
    public static (FormDefinition Form, ExpressionScope Scope) Compile(
        Compilation compilation,
        IReadOnlyList<string> attachments,
        ProfileUse? profile = null
    )
    {
        if (compilation.Open(File) is not { } root)
            return (new([], []), ExpressionScope.Unknown);
        var drafts = root.Maps("sections").Select(ReadSection).ToList();
        var fields = drafts.SelectMany(s => s.Fields).ToList();
        if (fields.Count == 0)
            root.Add(root.Node, new("表单没有字段。", "The form has no fields."));
        if (fields.Sum(f => 1 + f.Columns.Count) > MostFields)
        {
            root.Add(root.Node, new($"最多 {MostFields} 个字段。", $"At most {MostFields} fields are allowed."));
            compilation.StopIfTooMany();
            throw new TooManyFaults();
        }
        ReportDuplicates(compilation, drafts, attachments);

        var own = fields.Select(f => f.Field).OfType<AttachmentField>().Select(a => a.Code);
        var scope = ExpressionScope.Of(
            fields.Select(f => f.Field),
            attachments.Concat(own).Distinct(StringComparer.Ordinal),
            compilation.CodesOf(ServiceCompiler.File, "routes"),
            compilation.CodesOf(LifecycleCompiler.File, "kinds"),
            profile
        );
        var sections = drafts.Select(d => Compile(d, scope)).ToList();
        var rules = root.Maps("rules").Select(m => CompileRule(m, scope)).ToList();
        root.Finish();
        var form = new FormDefinition(sections, [.. rules.Select(r => r.Rule)]);
        foreach (var (map, rule) in rules.Where(r => r.Rule.Control.Length > 0 && form.FindPlace(r.Rule.Control) is null))
            map.Add(map.RequiredScalar("control"), new($"没有控件“{rule.Control}”。", $"There is no control “{rule.Control}”."));
        foreach (var cycle in form.Order.Cycles)
            ReportCycle(root, fields, cycle);
        if (compilation.IsStrict && form.Order.Cycles.Count == 0)
            scope = scope.With(Reachability.Of(form, scope));
        for (var s = 0; scope.Reachability is { } reachability && s < drafts.Count; s++)
            ReportUnreachable(reachability, drafts[s], sections[s]);
        return (form, scope);
    }

    private static SectionDraft ReadSection(MapReader map)
    {
        var code = map.Code();
        var title = map.Text("title", $"form.sections.{code.Text}");
        return new(map, code, title, [.. map.Maps("fields").Select(f => FieldDraft.Read(f, "form"))]);
    }

    private static Section Compile(SectionDraft draft, ExpressionScope scope)
    {
        var relevant = scope.Condition(draft.Map, "relevant");
        var section = new Section(draft.Code.Text, draft.Title, relevant, [.. draft.Fields.Select(f => f.Compile(scope))]);
        draft.Map.Finish();
        return section;
    }

    private static (MapReader Map, RuleDefinition Rule) CompileRule(MapReader map, ExpressionScope scope)
    {
        var code = map.Code();
        var level = map.Word("level", ProblemLevel.Hard, ("hard", ProblemLevel.Hard), ("soft", ProblemLevel.Soft));
        var missing = map.Word(
            "missing",
            MissingPolicy.Skip,
            ("skip", MissingPolicy.Skip),
            ("zero", MissingPolicy.Zero),
            ("fail", MissingPolicy.Fail)
        );
        map.RequiredScalar("check");
        var check = scope.Condition(map, "check") ?? scope.Always;
        var rule = new RuleDefinition(
            code.Text,
            level,
            map.RequiredScalar("control").Text,
            check,
            missing,
            map.RequiredText("message", $"form.rules.{code.Text}")
        );
        map.Finish();
        return (map, rule);
    }

    /// <summary>
    /// Sections, fields, attachments share one set of codes, because an evaluation names them in one set; rules have their own. The
    /// columns of a table have theirs, but none is called as a field is: inside the row it would hide it.
    /// </summary>
    private static void ReportDuplicates(Compilation compilation, List<SectionDraft> sections, IReadOnlyList<string> attachments)
    {
        var seen = new HashSet<string>(attachments, StringComparer.Ordinal);
        foreach (var section in sections)
        {
            Report(section.Code, seen);
            foreach (var field in section.Fields)
                Report(field.CodeNode, seen);
        }
        foreach (var field in sections.SelectMany(s => s.Fields))
        {
            var inside = new HashSet<string>(StringComparer.Ordinal);
            foreach (var column in field.Columns)
                if (seen.Contains(column.CodeNode.Text))
                    ReportHidden(column.CodeNode);
                else
                    Report(column.CodeNode, inside);
        }

        void Report(Nodes.ScalarNode code, HashSet<string> among)
        {
            if (code.Text.Length > 0 && !among.Add(code.Text))
                compilation.Add(File, code, new($"代码“{code.Text}”重复。", $"The code “{code.Text}” is used twice."));
        }

        void ReportHidden(Nodes.ScalarNode code) =>
            compilation.Add(
                File,
                code,
                new(
                    $"表格的列不能与表单中的“{code.Text}”同名，否则列里的表达式就看不到它；请换一个代码。",
                    $"A column cannot be called “{code.Text}” as something else in the form is: its expressions could no longer name that. Choose another code."
                )
            );
    }

    private static void ReportUnreachable(Reachability reachability, SectionDraft draft, Section section)
    {
        if (!reachability.ReportUnlessReachable(draft.Map, section.Code, section.Relevant))
            return;
        for (var f = 0; f < draft.Fields.Count; f++)
        {
            var field = section.Fields[f];
            if (
                !reachability.ReportUnlessReachable(draft.Fields[f].Map, field.Code, section.Relevant, field.Relevant)
                || field is not Fields.TableField table
            )
                continue;
            for (var c = 0; c < draft.Fields[f].Columns.Count; c++)
                reachability.ReportUnlessReachable(
                    draft.Fields[f].Columns[c].Map,
                    table.Fields[c].Code,
                    section.Relevant,
                    field.Relevant,
                    table.Fields[c].Relevant
                );
        }
    }

    /// <summary>What is said of a circle.</summary>
    public static LocalizedText DependOnEachOther(IReadOnlyList<string> cycle)
    {
        var path = string.Join(" → ", cycle);
        return new($"相互依赖，无法计算：{path}。", $"These depend on each other and cannot be evaluated: {path}.");
    }

    private static void ReportCycle(MapReader root, List<FieldDraft> fields, IReadOnlyList<string> cycle)
    {
        var at = fields.First(f => f.Field.Code == cycle[0]).CodeNode;
        root.Add(at, DependOnEachOther(cycle));
    }

    private sealed record SectionDraft(MapReader Map, Nodes.ScalarNode Code, LocalizedText? Title, IReadOnlyList<FieldDraft> Fields);
}
