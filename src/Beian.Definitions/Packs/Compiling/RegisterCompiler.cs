using Beian.Definitions.Packs.Nodes;

namespace Beian.Definitions.Packs.Compiling;

/// <summary>Compiles register.yaml: what the public sees must be fields of the form, and none of them personal.</summary>
internal static class RegisterCompiler
{
    /// <summary>The file's name.</summary>
    public const string File = "register.yaml";

    /// <summary>What the public sees.</summary>
    public static RegisterDefinition Compile(Compilation compilation, FormDefinition form)
    {
        if (compilation.Open(File) is not { } root)
            return new("", "", [], [], [], []);
        var register = new RegisterDefinition(
            One(root, "number-field", form),
            One(root, "code-field", form),
            Several(root, "names", form),
            Several(root, "codes", form),
            Several(root, "list", form),
            Several(root, "entry", form, columns: true)
        );
        if (root.Text("title", "register") is { } title)
            register = register with { Title = title };
        register = register with { IsPublic = root.Boolean("public", true) };
        root.Finish();
        return register;
    }

    private static string One(MapReader root, string key, FormDefinition form)
    {
        var code = root.RequiredScalar(key);
        if (code.Text.Length > 0)
            Check(root, code, form);
        return code.Text;
    }

    private static IReadOnlyList<string> Several(MapReader root, string key, FormDefinition form, bool columns = false)
    {
        var codes = root.Scalars(key);
        if (codes.Count == 0 && root.Node[key] is null or ListNode { Items.Count: 0 })
            root.Add(root.Node[key] ?? root.Node, new($"缺少 {key}。", $"“{key}” is missing."));
        foreach (var code in codes)
            Check(root, code, form, columns);
        return [.. codes.Select(c => c.Text)];
    }

    private static void Check(MapReader root, ScalarNode code, FormDefinition form, bool columns = false)
    {
        if (!root.Compilation.Knows(FormCompiler.File))
            return;
        if ((form.Find(code.Text) ?? (columns ? Column(code.Text, form) : null)) is not { } field)
            root.Add(code, new($"表单中没有字段“{code.Text}”。", $"The form has no field “{code.Text}”."));
        else if (field is Fields.AttachmentField or Fields.NoteField)
            root.Add(code, new($"“{code.Text}”没有可以公开的内容。", $"“{code.Text}” has nothing that could be public."));
        else if (IsPersonal(field))
            root.Add(code, new($"“{code.Text}”是个人信息，不能公开。", $"“{code.Text}” is personal and must not be public."));
    }

    /// <summary>A column of a table (<c>outlets.name</c>), where only some of them are public.</summary>
    private static Fields.Field? Column(string name, FormDefinition form) =>
        name.Split('.') is [var code, var column] && form.Find(code) is Fields.TableField table
            ? table.Fields.FirstOrDefault(c => c.Code == column) is { } found
                ? found with
                {
                    Personal = found.Personal || table.Personal,
                }
                : null
            : null;

    private static bool IsPersonal(Fields.Field field) =>
        field.Personal || field is Fields.TableField table && table.Fields.Any(IsPersonal);
}
