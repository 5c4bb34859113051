using Beian.Definitions.Packs.Compiling;

namespace Beian.Definitions.Packs.Comparing;

/// <summary>What things are called when their changes are told.</summary>
internal static class ThingWords
{
    private static readonly Dictionary<string, LocalizedText> _nouns = new(StringComparer.Ordinal)
    {
        ["service.yaml"] = new("服务", "service"),
        ["form.yaml"] = new("表单", "form"),
        ["lifecycle.yaml"] = new("办理过程", "lifecycle"),
        ["register.yaml"] = new("公开查询", "register"),
        [EnglishTexts.File] = new("英文", "English"),
        ["routes"] = new("备案登记方式", "route"),
        ["attachments"] = new("附件", "attachment"),
        ["legal-bases"] = new("法律依据", "legal basis"),
        ["situations"] = new("情形", "situation"),
        ["kinds"] = new("办理种类", "kind of filing"),
        ["sections"] = new("部分", "section"),
        ["fields"] = new("字段", "field"),
        ["choices"] = new("选项", "choice"),
        ["rules"] = new("规则", "rule"),
    };

    private static readonly Dictionary<string, LocalizedText> _folders = new(StringComparer.Ordinal)
    {
        ["laws"] = new("法律法规", "law"),
        ["migrations"] = new("暂存的迁移", "migration of drafts"),
        ["sheets"] = new("登记表样式", "sheet"),
    };

    /// <summary>What a thing is called, with its name: 字段 kind 的选项 foreign（外国企业）.</summary>
    public static LocalizedText Of(Thing thing, IReadOnlyDictionary<string, Thing> all)
    {
        var label = LabelOf(thing, all);
        var (zh, en) = NameOf(thing.Parts);
        return label is null ? new(zh, en) : new($"{zh}（{label.Zh}）", $"{en} ({label.En})");
    }

    private static (string Zh, string En) NameOf(IReadOnlyList<string> parts)
    {
        var file = parts[0];
        if (parts.Count == 1)
        {
            var slash = file.IndexOf('/', StringComparison.Ordinal);
            if (slash > 0 && _folders.TryGetValue(file[..slash], out var folder))
                return ($"{folder.Zh} {file[(slash + 1)..]}", $"{folder.En} {file[(slash + 1)..]}");
            return _nouns.TryGetValue(file, out var noun) ? (noun.Zh, noun.En) : (file, file);
        }
        var own = _nouns.GetValueOrDefault(parts[^2]) ?? new(parts[^2], parts[^2]);
        if (parts.Count == 3)
            return file.Contains('/', StringComparison.Ordinal)
                ? ($"{file} 的{own.Zh} {parts[^1]}", $"{own.En} {parts[^1]} of {file}")
                : ($"{own.Zh} {parts[^1]}", $"{own.En} {parts[^1]}");
        var outer = NameOf([.. parts.Take(parts.Count - 2)]);
        return ($"{outer.Zh} 的{own.Zh} {parts[^1]}", $"{own.En} {parts[^1]} of {outer.En}");
    }

    private static LocalizedText? LabelOf(Thing thing, IReadOnlyDictionary<string, Thing> all)
    {
        foreach (var key in new[] { "label", "title" })
            if (thing.Parts.Count > 1 && thing.Facts.TryGetValue(key, out var zh))
            {
                var path = string.Join('.', [Path.GetFileNameWithoutExtension(thing.Parts[0]), .. thing.Parts.Skip(1), key]);
                var en = all.GetValueOrDefault(EnglishTexts.File)?.Facts.GetValueOrDefault(path).Text;
                return new(zh.Text, en ?? zh.Text);
            }
        return null;
    }
}
