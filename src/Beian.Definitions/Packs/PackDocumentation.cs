using System.Globalization;
using System.Text;
using Beian.Definitions.Expressions;
using Beian.Definitions.Fields;
using Beian.Definitions.Packs.Describing;

namespace Beian.Definitions.Packs;

/// <summary>The reference for pack authors, docs/packs.md, in Chinese and English: made from what the compiler asks for.</summary>
public static class PackDocumentation
{
    private const string Head = """
        # 怎样写一个服务 / How to write a service

        一个服务就是一个文件夹：`packs/服务代码/`。所有文件是 UTF-8 的 YAML；每段给人看的文字写中文，英文按同样的路径写在 `en.yaml`。
        改好后运行 `bin/beian packs check`，它逐行指出问题；`bin/beian packs publish` 使它生效。本页由 `bin/beian packs docs` 生成。

        A service is a folder, `packs/CODE/`. All files are YAML in UTF-8. Texts for people are written in Chinese; their English stands in
        `en.yaml` under the same path. `bin/beian packs check` names every fault at its line, `bin/beian packs publish` puts the service into
        force. This page is made by `bin/beian packs docs`.

        编辑器：文件第一行 `# yaml-language-server: $schema=../form.schema.json` 使编辑器认识这些键（VS Code 装 YAML 扩展）。
        Editors: that first line makes an editor with a YAML language server know the keys.


        """;

    /// <summary>The page, ending with a line break.</summary>
    public static string Write()
    {
        var shapes = ShapeProbe.Run();
        var page = new StringBuilder(Head);
        foreach (var path in shapes.All.Keys.Where(p => IsFile(p)))
            WriteFile(page, shapes, path);
        WriteFields(page, shapes);
        WriteExpressions(page);
        return page.ToString().TrimEnd() + "\n";
    }

    private static bool IsFile(string path) => Path.HasExtension(path) && !path.Split('/')[^1].Contains('#', StringComparison.Ordinal);

    private static void WriteFile(StringBuilder page, Shapes shapes, string path)
    {
        Heading(page, 2, $"`{path}`", KeyTexts.Of(path));
        WriteMap(page, shapes, path);
        foreach (var inner in shapes.All.Keys.Where(p => p.StartsWith(path + "/", StringComparison.Ordinal)))
        {
            Heading(page, 3, $"`{inner[(path.Length + 1)..].Replace("/", " → ", StringComparison.Ordinal)}`", new("", ""));
            WriteMap(page, shapes, inner);
        }
    }

    private static void WriteFields(StringBuilder page, Shapes shapes)
    {
        Heading(page, 2, "字段 / Fields", new("所有字段都可以有的键：", "Keys that any field may have:"));
        var types = FieldTypes.Names.Select(t => (Type: t, Shape: shapes.All[Shapes.OfType(t)])).ToList();
        var common = types[0].Shape.Keys.Where(k => types.TrueForAll(t => t.Shape.Keys.Any(x => x.Name == k.Name))).ToList();
        TableHead(page);
        foreach (var key in common)
            Row(page, Shapes.Field, key);
        page.Append('\n');
        Heading(page, 3, "类型 / Types", new("", ""));
        page.Append("| type | 中文 | English | 自己的键 / its own keys |\n|---|---|---|---|\n");
        foreach (var (type, shape) in types)
        {
            var text = TypeTexts.Of(type);
            var own = shape.Keys.Where(k => common.TrueForAll(c => c.Name != k.Name)).Select(k => $"`{k.Name}`");
            page.Append(CultureInfo.InvariantCulture, $"| `{type}` | {text.Zh} | {text.En} | {string.Join(", ", own)} |\n");
        }
        page.Append('\n');
        Heading(page, 3, "类型自己的键 / Keys of single types", new("", ""));
        TableHead(page);
        var special = types.SelectMany(t => t.Shape.Keys).Where(k => common.TrueForAll(c => c.Name != k.Name)).DistinctBy(k => k.Name);
        foreach (var key in special)
            Row(page, Shapes.Field, key);
        page.Append('\n');
        foreach (var inner in shapes.All.Keys.Where(p => p.StartsWith(Shapes.Field + "/", StringComparison.Ordinal)))
        {
            Heading(page, 3, $"`{inner[(Shapes.Field.Length + 1)..]}`", KeyTexts.Of(inner));
            WriteMap(page, shapes, inner);
        }
    }

    private static void WriteExpressions(StringBuilder page)
    {
        Heading(
            page,
            2,
            "表达式 / Expressions",
            new(
                "名称是字段代码（部分用点：`regCapital.amount`）、`route`、`filing.kind`、`authority.prefix4`。文本放在单引号里。没有填的值不成立也不算错："
                    + "`x ?? 0` 给它一个值，`is-missing(x)` 问它有没有。",
                "Names are field codes (parts by a dot: `regCapital.amount`), `route`, `filing.kind`, `authority.prefix4`. Texts go in single quotes. What is "
                    + "missing neither holds nor fails: `x ?? 0` replaces it, `is-missing(x)` asks for it."
            )
        );
        page.Append("运算 / operators: `or` `and` `not` `=` `!=` `<` `<=` `>` `>=` `+` `-` `*` `/` `%` `??`\n\n");
        page.Append("函数 / functions: ").AppendJoin(" · ", Calls.Signatures.Select(s => $"`{s}`")).Append('\n');
    }

    private static void WriteMap(StringBuilder page, Shapes shapes, string path)
    {
        TableHead(page);
        foreach (var key in shapes.All[path].Keys)
            Row(page, path, key);
        page.Append('\n');
    }

    private static void Heading(StringBuilder page, int level, string title, LocalizedText text)
    {
        page.Append('#', level).Append(' ').Append(title).Append("\n\n");
        if (text.Zh.Length > 0)
            page.Append(text.Zh).Append('\n').Append(text.En).Append("\n\n");
    }

    private static void TableHead(StringBuilder page) => page.Append("| 键 / key | 值 / value | 中文 | English |\n|---|---|---|---|\n");

    private static void Row(StringBuilder page, string path, KeyShape key)
    {
        var text = KeyTexts.Of(KeyTexts.PathOf(path, key.Name));
        page.Append(
            CultureInfo.InvariantCulture,
            $"| `{key.Name}`{(key.IsRequired ? " *" : "")} | {ValueOf(key)} | {text.Zh} | {text.En} |\n"
        );
    }

    private static string ValueOf(KeyShape key) =>
        key.Value switch
        {
            ValueShape.Text => "文字 / text",
            ValueShape.Code => "代码 / code",
            ValueShape.Boolean => "`true` `false`",
            ValueShape.Integer => key.Bounds is { } b ? $"整数 / integer {b.Min}–{b.Max}" : "整数 / integer",
            ValueShape.Number => "数字 / number",
            ValueShape.Date => "日期 / day",
            ValueShape.Word when key.Name == "type" => "类型 / type",
            ValueShape.Word => string.Join(' ', key.Words.Select(w => $"`{w}`")),
            ValueShape.Expression => "表达式 / expression",
            ValueShape.Scalars => "列表 / list",
            ValueShape.Maps => "列表 / list ↓",
            ValueShape.Map => "键值表 / map ↓",
            _ => "文本 / plain text",
        };
}
