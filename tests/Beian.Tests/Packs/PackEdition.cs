using Beian.Definitions;
using Beian.Definitions.Packs;

namespace Beian.Tests.Packs;

/// <summary>Later versions of the foreign trade pack, as an author would write them.</summary>
internal static class PackEdition
{
    /// <summary>The label of nameZh from 1.1 on.</summary>
    public const string NewLabel = "企业中文全称";

    /// <summary>The pack as it lies in the repository.</summary>
    public static Pack First()
    {
        using var copy = new PackCopy();
        return Compile(copy);
    }

    /// <summary>1.1: one text is different, one hint is gone and one is new.</summary>
    public static Pack Minor()
    {
        using var copy = new PackCopy();
        SetVersion(copy, "1.1");
        WriteTexts(copy);
        return Compile(copy);
    }

    /// <summary>
    /// 2.0: <c>zip</c> is called <c>postcode</c>, the fax is gone, <c>channel</c> is new, the register no longer shows the domicile.
    /// A migration says so.
    /// </summary>
    public static Pack Major(string migration = Migration) => Major(migration, "2.0");

    /// <summary>The declared migration of <see cref="Major(string)"/>.</summary>
    public const string Migration = """
        from: 1
        to: 2
        rename:
          - { from: zip, to: postcode }
        drop:
          - { field: fax }
        default:
          - { field: channel, value: online }
        """;

    public static Pack Major(string migration, string version, string name = "1-to-2")
    {
        using var copy = new PackCopy();
        SetVersion(copy, version);
        WriteTexts(copy);
        WriteMajor(copy);
        copy.Write($"migrations/{name}.yaml", migration);
        return Compile(copy);
    }

    /// <summary>2.0: the same, closed for new filings.</summary>
    public static Pack Closed()
    {
        using var copy = new PackCopy();
        SetVersion(copy, "2.0");
        copy.Replace("service.yaml", "open-for-new: true", "open-for-new: false");
        return Compile(copy);
    }

    public static void SetVersion(PackCopy copy, string version) =>
        copy.Replace("service.yaml", "version: \"1.0\"", $"version: \"{version}\"");

    public static void WriteTexts(PackCopy copy)
    {
        copy.Replace("form.yaml", "label: 经营者中文名称", $"label: {NewLabel}");
        copy.Replace("form.yaml", "        hint: 6位数字。\n", "");
        copy.Replace("en.yaml", "      label: Name in Chinese\n", "      label: Full name in Chinese\n");
        var english = copy.Read("en.yaml");
        var zip = english.IndexOf("    zip:\n", StringComparison.Ordinal);
        var hint = english.IndexOf("      hint:", zip, StringComparison.Ordinal);
        var next = english.IndexOf('\n', hint) + 1;
        copy.Write("en.yaml", english.Remove(hint, next - hint));
    }

    public static void WriteMajor(PackCopy copy)
    {
        Cut(copy, "form.yaml", "      - code: fax\n", "      - code: zip\n");
        Cut(copy, "en.yaml", "    fax:\n", "    zip:\n");
        copy.Replace(
            "form.yaml",
            "      - code: zip\n",
            "      - code: channel\n        type: choice\n        label: 来源\n        required: \"true\"\n        choices:\n"
                + "          - { code: online, label: 网上 }\n          - { code: counter, label: 窗口 }\n      - code: postcode\n"
        );
        copy.Replace(
            "en.yaml",
            "    zip:\n",
            "    channel:\n      label: Channel\n      choices: { online: { label: Online }, counter: { label: Counter } }\n    postcode:\n"
        );
        copy.Replace("register.yaml", "zip, fax", "postcode");
        foreach (
            var sheet in Directory
                .EnumerateFiles(Path.Combine(copy.Folder, "sheets"))
                .Select(f => Path.Combine("sheets", Path.GetFileName(f)))
        )
            copy.Write(
                sheet,
                copy.Read(sheet)
                    .Replace(": zip }", ": postcode }", StringComparison.Ordinal)
                    .Replace(": fax }", ": channel }", StringComparison.Ordinal)
            );
        copy.Replace("register.yaml", "operatorType, domicile,", "operatorType,");
    }

    public static Pack Compile(PackCopy copy)
    {
        var reading = PackReader.Read(copy.Folder);
        return reading.Pack ?? throw new InvalidOperationException(string.Join('\n', reading.Faults.Select(f => f.In(Language.En))));
    }

    private static void Cut(PackCopy copy, string file, string from, string to)
    {
        var text = copy.Read(file);
        var start = text.IndexOf(from, StringComparison.Ordinal);
        copy.Write(file, text.Remove(start, text.IndexOf(to, start, StringComparison.Ordinal) - start));
    }
}
