using Beian.Definitions.Expressions;
using Beian.Definitions.Fields;
using Beian.Definitions.Packs;

namespace Beian.Definitions.Answers;

/// <summary>Says in words which values an expression used.</summary>
internal sealed class Explainer(Pack pack, AnswerScope scope, EvaluationContext context)
{
    private static readonly LocalizedText Blank = new("（未填）", "(blank)");
    private static readonly LocalizedText Yes = new("有", "there");
    private static readonly LocalizedText No = new("没有", "not there");

    /// <summary>Why a field applies and must be filled in; null where nothing decided that.</summary>
    public Explanation? Of(Section section, Field field)
    {
        var relevant = Reasons(scope, section.Relevant, field.Relevant);
        var required = Reasons(scope, field.Required);
        return relevant.Count + required.Count == 0 ? null : new(relevant, required);
    }

    /// <summary>Why an attachment is asked for; null where nothing decided that.</summary>
    public Explanation? Of(AttachmentDefinition attachment)
    {
        var (relevant, required) = (Reasons(scope, attachment.Relevant), Reasons(scope, attachment.Required));
        return relevant.Count + required.Count == 0 ? null : new(relevant, required);
    }

    /// <summary>The values some expressions used, each once.</summary>
    public IReadOnlyList<Reason> Reasons(IValueSource values, params Expression?[] expressions) =>
        [.. expressions.SelectMany(e => e?.Explain(values) ?? []).DistinctBy(u => u.Name).Select(Reason).OfType<Reason>()];

    private Reason? Reason(UsedValue used)
    {
        if (pack.Form.FindByControl(used.Name) is { } field)
            return new(field.LabelOf(used.Name), used.Value.IsMissing ? Blank : Text(field, used));
        return used.Name switch
        {
            "today()" => new(new("今天", "Today"), Text(used.Value)),
            "route" => new(
                new("备案登记方式", "Way of filing"),
                pack.Service.Routes.FirstOrDefault(r => r.Code == context.Route)?.Label ?? Blank
            ),
            "filing.kind" => new(
                new("办理种类", "Kind of filing"),
                pack.Lifecycle.Kinds.FirstOrDefault(k => k.Code == context.Kind)?.Label ?? Blank
            ),
            "authority.prefix4" => null,
            _ => Other(used),
        };
    }

    private Reason? Other(UsedValue used)
    {
        const string attachments = "attachments.";
        if (used.Name.StartsWith(attachments, StringComparison.Ordinal))
            return pack.Attachments.FirstOrDefault(a => a.Code == used.Name[attachments.Length..]) is { } attachment
                ? new(attachment.Label, used.Value.IsTrue ? Yes : No)
                : null;

        var head = FormOrder.CodeOf(used.Name);
        if (head == EvaluationContext.Profile && pack.Service.Profile?.Find(used.Name[(head.Length + 1)..]) is { } profiled)
            return new(
                new($"{profiled.Label.Zh}（用户信息）", $"{profiled.Label.En} (profile)"),
                used.Value.IsMissing ? Blank : Text(used.Value)
            );
        if (EvaluationContext.LikeTheForm.Contains(head) && pack.Form.FindByControl(used.Name[(head.Length + 1)..]) is { } field)
        {
            var label = field.LabelOf(used.Name[(head.Length + 1)..]);
            var former = head == EvaluationContext.Previous ? new LocalizedText("原", "before") : new LocalizedText("上年", "last year");
            return new(new($"{label.Zh}（{former.Zh}）", $"{label.En} ({former.En})"), used.Value.IsMissing ? Blank : Text(used.Value));
        }
        return pack.Form.Find(head) switch
        {
            TableField table when used.Name == head => new(table.Label, Count(table.Rows(scope.Answers).Count)),
            TableField table => OfColumn(table, used.Name),
            GridField grid => new(
                grid.Label,
                Count(grid.ReadLine(used.Name, scope.Answers, scope.Relevant.Contains).Count(v => !v.IsMissing))
            ),
            _ => null,
        };
    }

    private Reason? OfColumn(TableField table, string name)
    {
        if (table.Fields.FirstOrDefault(f => f.Owns(name[(table.Code.Length + 1)..])) is not { } column)
            return null;
        var present = scope.GetRows(name).Where(v => !v.IsMissing).ToList();
        var label = new LocalizedText($"{table.Label.Zh}—{column.Label.Zh}", $"{table.Label.En}, {column.Label.En}");
        if (table.Personal || column.Personal || present.Count is 0 or > 5)
            return new(label, Count(present.Count));
        return new(label, LocalizedText.Join(present.ConvertAll(Text)));
    }

    private LocalizedText Text(Field field, UsedValue used)
    {
        // A part of a field (an amount, a cell) is shown as its value, a whole one as it is read elsewhere.
        if (field.Controls is [var only] && only == used.Name)
            return new(field.FormatMasked(scope.Answers, Language.Zh), field.FormatMasked(scope.Answers, Language.En));
        var text = Text(used.Value);
        return field.Personal ? new(Mask.Number(text.Zh), Mask.Number(text.En)) : text;
    }

    private static LocalizedText Count(int count) => new($"{count} 项", $"{count}");

    private static LocalizedText Text(Value value) =>
        value switch
        {
            { Kind: ValueKind.Number } => Same(NumberText.Format(value.Number, 0)),
            { Kind: ValueKind.Date } => new(DateText.Format(value.Date, Language.Zh), DateText.Format(value.Date, Language.En)),
            { Kind: ValueKind.Boolean } => value.Boolean ? new("是", "yes") : new("否", "no"),
            { IsMissing: true } => Blank,
            _ => Same(value.Text),
        };

    private static LocalizedText Same(string text) => new(text, text);
}
