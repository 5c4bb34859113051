using Beian.Definitions.Fields;

namespace Beian.Definitions.Packs.Compiling;

/// <summary>Compiles one kind of filing, and says what does not go together in it.</summary>
internal sealed class KindCompiler(MapReader map, FormDefinition form, ServiceDefinition? service, bool isFirst)
{
    // What only a filing has: who starts and decides in one act fills in nothing.
    private static readonly string[] _ofFilings =
    [
        "decision-days",
        "acceptance-days",
        "batch",
        "may-change",
        "keeps",
        "attachments",
        "carries",
        "new-number",
        "moves-to",
    ];

    /// <summary>The kind.</summary>
    public FilingKind Compile(string code)
    {
        var path = $"lifecycle.kinds.{code}";
        var starts = map.Word("starts", KindStarter.Filer, ("filer", KindStarter.Filer), ("officer", KindStarter.Officer));
        var effect = ReadEffect(starts);
        var days = map.Integer("decision-days", 1, 365);
        if (days is null && starts == KindStarter.Filer)
            map.RequiredScalar("decision-days", always: false);
        var (mayChange, kept) = ReadFields(effect);
        var kind = new FilingKind(code, map.RequiredText("label", path), days ?? 0, map.Text("legal-note", path))
        {
            Starts = starts,
            Effect = effect,
            Hint = map.Text("hint", path),
            PublicNote = map.Text("public-note", path),
            MayChange = mayChange,
            Kept = kept,
            Attachments = ReadAttachments("attachments"),
            Carries = ReadAttachments("carries"),
            GivesNewNumber = map.Boolean("new-number", effect is KindEffect.NewVersion or KindEffect.Move),
            MovesTo = ReadMovesTo(effect),
            AfterDays = map.Integer("after-days", 1, 3650),
            Duty = map.Text("duty", path),
            AcceptanceDays = map.Integer("acceptance-days", 1, 30),
            Batch = map.Boolean("batch"),
        };
        ReportDuty(kind);
        if (starts == KindStarter.Officer)
            foreach (var key in _ofFilings.Where(map.Has))
                map.Add(
                    map.Node[key]!,
                    new($"由主管部门发起的种类当场办结，没有 {key}。", $"What the authority starts is done in one act; it has no “{key}”.")
                );
        map.Finish();
        return kind;
    }

    private KindEffect ReadEffect(KindStarter starts)
    {
        var effect = map.Word(
            "effect",
            KindEffect.Enter,
            ("enter", KindEffect.Enter),
            ("new-version", KindEffect.NewVersion),
            ("cancel", KindEffect.Cancel),
            ("revoke", KindEffect.Revoke),
            ("lapse", KindEffect.Lapse),
            ("reissue", KindEffect.Reissue),
            ("move", KindEffect.Move)
        );
        if (!map.Compilation.IsStrict)
            return effect;
        var at = map.Node["effect"] ?? map.Node;
        if (isFirst && effect != KindEffect.Enter)
            map.Add(
                at,
                new(
                    "第一项是新用户办理的，effect 只能是 enter。",
                    "The first kind is what a newcomer starts; its effect can only be “enter”."
                )
            );
        else if (!isFirst && effect == KindEffect.Enter)
            map.Add(
                at,
                new(
                    "只有第一项办理新登记；这里请写 effect：new-version | cancel | revoke | lapse | reissue | move。",
                    "Only the first kind enters something new; say an “effect” here: new-version | cancel | revoke | lapse | reissue | move."
                )
            );
        else if (starts == KindStarter.Filer && effect is KindEffect.Revoke or KindEffect.Lapse)
            map.Add(
                at,
                new("撤销和失效由主管部门发起（starts: officer）。", "Revoking and lapsing are the authority's (starts: officer).")
            );
        else if (starts == KindStarter.Officer && effect is not (KindEffect.Revoke or KindEffect.Lapse or KindEffect.Cancel))
            map.Add(
                at,
                new(
                    "由主管部门发起的只能是 cancel、revoke 或 lapse。",
                    "What the authority starts can only be “cancel”, “revoke” or “lapse”."
                )
            );
        return effect;
    }

    /// <summary>What it may change: some fields, or all but some; by itself all but what identifies the enterprise and its entry.</summary>
    private (IReadOnlyList<string>? MayChange, IReadOnlyList<string> Kept) ReadFields(KindEffect effect)
    {
        var (may, keeps) = (map.Scalars("may-change"), map.Scalars("keeps"));
        if (map.Has("may-change") && map.Has("keeps"))
            map.Add(map.Node["keeps"]!, new("may-change 和 keeps 只能写一个。", "Say “may-change” or “keeps”, not both."));
        if (effect == KindEffect.Enter && (map.Node["may-change"] ?? map.Node["keeps"]) is { } needless)
            map.Add(needless, new("新登记没有可以保留的内容。", "A new entry has nothing to keep."));
        foreach (var field in may.Concat(keeps))
            if (map.Compilation.Knows(FormCompiler.File) && form.Find(field.Text) is not { FilledBy: FilledBy.Enterprise })
                map.Add(
                    field,
                    new(
                        $"表单中没有由企业填写的字段“{field.Text}”。",
                        $"The form has no field “{field.Text}” that the enterprise fills in."
                    )
                );
        if (map.Has("may-change"))
            return ([.. may.Select(f => f.Text)], []);
        if (map.Has("keeps"))
            return (null, [.. keeps.Select(f => f.Text)]);
        if (effect is KindEffect.NewVersion or KindEffect.Move)
            return (null, [.. service?.SubjectCodes ?? [], .. service?.EntryPer is { } part ? [part] : Array.Empty<string>()]);
        return effect == KindEffect.Enter ? (null, []) : ([], []);
    }

    private IReadOnlyList<string>? ReadAttachments(string key)
    {
        var codes = map.Scalars(key);
        var known = service?.Attachments.Select(a => a.Code).Concat(form.Fields.OfType<AttachmentField>().Select(f => f.Code)).ToList();
        foreach (var code in codes.Where(c => known?.Contains(c.Text) == false))
            map.Add(code, new($"没有附件“{code.Text}”。", $"There is no attachment “{code.Text}”."));
        return map.Has(key) ? [.. codes.Select(c => c.Text)] : null;
    }

    private string? ReadMovesTo(KindEffect effect)
    {
        var field = map.Scalar("moves-to");
        if (effect == KindEffect.Move && field is null)
            map.RequiredScalar("moves-to", always: false);
        else if (effect != KindEffect.Move && field is not null)
            map.Add(field, new("只有 effect: move 才有 moves-to。", "Only “effect: move” has “moves-to”."));
        else if (field is not null && map.Compilation.Knows(FormCompiler.File) && form.Find(field.Text) is not AuthorityField)
            map.Add(
                field,
                new($"表单中没有类型为 authority 的字段“{field.Text}”。", $"The form has no field “{field.Text}” of the type “authority”.")
            );
        return field?.Text;
    }

    private void ReportDuty(FilingKind kind)
    {
        if (kind.AfterDays is null && kind.Duty is null)
            return;
        if (kind.Effect != KindEffect.Lapse)
            map.Add(map.Node, new("只有 effect: lapse 才有 after-days 和 duty。", "Only “effect: lapse” has “after-days” and “duty”."));
        else if (kind.AfterDays is null)
            map.RequiredScalar("after-days", always: false);
        else if (kind.Duty is null)
            map.RequiredScalar("duty", always: false);
    }
}
