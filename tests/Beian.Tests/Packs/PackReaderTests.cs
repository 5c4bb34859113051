using Beian.Definitions;
using Beian.Definitions.Packs;
using Beian.Tests.Architecture;
using Xunit;

namespace Beian.Tests.Packs;

public sealed class PackReaderTests
{
    private const string Fields = """
        sections:
          - code: main
            fields:
              - { code: name, type: text, label: 名称 }
              - { code: amount, type: decimal, label: 数量 }

        """;

    [Fact]
    public void Read_SmallPack_IsSound()
    {
        var pack = new TestPack().Compile();

        Assert.Equal("1.0", pack.Version.ToString());
        Assert.Equal(64, pack.Sha256.Length);
        Assert.Equal("Amount", pack.Form["amount"].Label.En);
    }

    [Theory]
    [InlineData("      - { code: more, type: text, label: 名称, colour: red }", "6:46", "不认识的键“colour”")]
    [InlineData("      - { code: more, type: txt, label: 名称 }", "6:29", "不认识的字段类型“txt”")]
    [InlineData("      - { code: name, type: text, label: 名称 }", "6:17", "代码“name”重复")]
    [InlineData("      - { code: more, type: text, label: 名称, max: many }", "6:51", "max 应为")]
    [InlineData("      - { code: more, type: text, label: 名称, relevant: nothing = 'x' }", "6:56", "nothing")]
    [InlineData("      - { code: more, type: text, label: 名称, relevant: \"amount > nothing\" }", "6:66", "nothing")]
    [InlineData("      - { code: more, type: text, label: 名称, relevant: amount + 1 }", "6:56", "真假")]
    [InlineData("      - { code: more, type: text, label: [名称] }", "6:42", "label 应为文本")]
    [InlineData("      - { code: more, type: text }", "6:9", "缺少 label")]
    [InlineData("      - { code: 9more, type: text, label: 名称 }", "6:17", "代码“9more”")]
    [InlineData("      - { code: more, type: text, label: 名称, constraint: \"true\" }", "6:9", "缺少 constraint-message")]
    [InlineData("      - { code: more, type: choice, label: 名称, choices: [] }", "6:9", "choices 至少要有两项")]
    [InlineData("      - { code: more, type: date, label: 名称, min: 2020-02-30 }", "6:51", "min 应为日期")]
    [InlineData("      - { code: more, type: text, label: 名称, issue: { digits: 8 } }", "6:9", "issue 只用于")]
    [InlineData("      - { code: more, type: money, label: 名称, calculate: amount }", "6:9", "不能有 calculate")]
    [InlineData("      - &x { code: more, type: text, label: 名称 }", "6:9", "锚点")]
    [InlineData("      - { code: more, type: text, label: 名称, code: more }", "6:46", "键“code”重复")]
    [InlineData("      - { code: more, type: text", "7:1", "花括号 { } 里缺少逗号")]
    public void Read_FaultInAForm_IsToldWithItsPlace(string line, string place, string message)
    {
        var faults = new TestPack().WithForm(Fields.TrimEnd() + "\n" + line + "\n", "    more: { label: More }").Read().Faults;

        Assert.True(
            faults.Any(f =>
                f.In(Language.Zh).StartsWith($"form.yaml:{place}: ", StringComparison.Ordinal)
                && f.Message.Zh.Contains(message, StringComparison.Ordinal)
            ),
            string.Join('\n', faults.Select(f => f.In(Language.Zh)))
        );
    }

    [Theory]
    [InlineData("level: hard\n    control: nobody\n    check: amount > 0", "没有控件“nobody”")]
    [InlineData("level: strict\n    control: amount\n    check: amount > 0", "level 应为 hard | soft")]
    [InlineData("control: amount\n    check: amount > 'x'", "form.yaml:10:")]
    [InlineData("control: amount", "缺少 check")]
    public void Read_FaultInARule_IsTold(string rule, string message)
    {
        var form = Fields + $"rules:\n  - code: one\n    message: 不对。\n    {rule}\n";

        var faults = new TestPack().WithForm(form, "  rules: { one: { message: Wrong. } }").Read().Faults;

        Assert.Contains(faults, f => f.In(Language.Zh).Contains(message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", "备案信息查询")]
    [InlineData("title: 样例查询\n", "样例查询")]
    public void Read_RegistersTitle_IsThePacksOrTheUsualOne(string line, string title)
    {
        var pack = new TestPack().Named(line, line.Length > 0 ? "register: { title: Sample search }\n" : "").Compile();

        Assert.Equal(title, pack.Register.Title.Zh);
    }

    [Fact]
    public void Read_FieldsThatDependOnEachOther_AreACycle()
    {
        var form = """
            sections:
              - code: main
                fields:
                  - { code: name, type: text, label: 名称, relevant: amount > 0 }
                  - { code: amount, type: decimal, label: 数量, relevant: not is-missing(other) }
                  - { code: other, type: text, label: 其他, default: name }
            """;

        var faults = new TestPack().WithForm(form, "    other: { label: Other }").Read().Faults;

        Assert.Equal(["form.yaml:4:17: 相互依赖，无法计算：name → amount → other → name。"], faults.Select(f => f.In(Language.Zh)));
    }

    [Fact]
    public void Read_FieldThatCalculatesFromItself_IsACycle()
    {
        var form = Fields.Replace("label: 数量", "label: 数量, calculate: amount + 1", StringComparison.Ordinal);

        var faults = new TestPack().With("form.yaml", form).Read().Faults;

        Assert.Contains(faults, f => f.Message.Zh.Contains("amount → amount", StringComparison.Ordinal));
    }

    [Fact]
    public void Read_TextWithoutEnglish_AndEnglishWithoutText_AreFaults()
    {
        var faults = new TestPack()
            .WithForm(Fields.Replace("数量 }", "数量, hint: 多少 }", StringComparison.Ordinal), "    left: { label: Left }")
            .Read()
            .Faults;

        Assert.Equal(
            [
                "en.yaml:12:20: 没有与 form.fields.left.label 对应的中文。",
                "form.yaml:5:57: 缺少英文：请在 en.yaml 中写 form.fields.amount.hint。",
            ],
            faults.Select(f => f.In(Language.Zh))
        );
    }

    [Theory]
    [InlineData("names: [nobody]", "register.yaml:3:9: 表单中没有字段“nobody”。")]
    [InlineData("names: [name]", "register.yaml:5:8: “name”是个人信息，不能公开。")]
    public void Read_ColumnThatMustNotBePublic_IsAFault(string names, string expected)
    {
        var register = $"number-field: amount\ncode-field: amount\n{names}\ncodes: [amount]\nlist: [name]\nentry: [amount]\n";

        var faults = new TestPack()
            .With("register.yaml", register)
            .With("form.yaml", Fields.Replace("label: 名称 }", "label: 名称, personal: true }", StringComparison.Ordinal))
            .Read()
            .Faults;

        Assert.Contains(expected, faults.Select(f => f.In(Language.Zh)));
    }

    [Theory]
    [InlineData("service.yaml")]
    [InlineData("form.yaml")]
    [InlineData("lifecycle.yaml")]
    [InlineData("register.yaml")]
    [InlineData("en.yaml")]
    public void Read_FileThatIsMissing_IsAFault(string file) =>
        Assert.Contains(
            new TestPack().With(file, null).Read().Faults,
            f => f.File == file && f.Message.Zh.StartsWith("缺少这个文件", StringComparison.Ordinal)
        );

    [Fact]
    public void Read_AllFilesWrong_FindsEveryFaultAtOnce()
    {
        var pack = new TestPack();
        foreach (var file in new[] { "service.yaml", "form.yaml", "lifecycle.yaml", "register.yaml" })
            pack.With(file, "what: is this\n");

        var files = pack.Read().Faults.Select(f => f.File).Distinct();

        Assert.Equal(["en.yaml", "form.yaml", "lifecycle.yaml", "register.yaml", "service.yaml"], files);
    }

    [Fact]
    public void Read_NestingWithoutEnd_IsAFault()
    {
        var faults = new TestPack().With("form.yaml", new string('[', 10_000)).Read().Faults;

        Assert.Contains(faults, f => f.File == "form.yaml");
    }

    [Fact]
    public void Read_AliasBomb_IsRefused()
    {
        var bomb = "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n";

        var faults = new TestPack().With("form.yaml", bomb).Read().Faults;

        Assert.Contains(faults, f => f.Message.Zh.Contains("别名", StringComparison.Ordinal));
        Assert.Contains(faults, f => f.Message.Zh.Contains("锚点", StringComparison.Ordinal));
    }

    [Fact]
    public void Read_FolderThatIsNotThere_IsAFault() =>
        Assert.Contains("没有这个文件夹。", PackReader.Read(Path.Combine(Repository.Packs, "nowhere")).Faults.Select(f => f.Message.Zh));

    [Fact]
    public void Read_FilesBrokenAnywhere_NeverThrows()
    {
        var random = new Random(20261121);
        var folder = Path.Combine(Repository.Packs, "foreign-trade-operator");
        string[] files = ["service.yaml", "form.yaml", "lifecycle.yaml", "register.yaml", "en.yaml"];
        for (var round = 0; round < 300; round++)
        {
            var pack = new TestPack();
            var broken = files[random.Next(files.Length)];
            var text = File.ReadAllText(Path.Combine(folder, broken));
            var at = random.Next(text.Length);
            var length = Math.Min(random.Next(1, 40), text.Length - at);
            pack.With(broken, text.Remove(at, length).Insert(at, Noise(random)));

            Assert.NotEmpty(pack.Read().Faults);
        }
    }

    [Fact]
    public void FromJson_OtherFormat_IsRefused() =>
        Assert.Throws<InvalidDataException>(() => PackReader.FromJson("""{"format": 2, "code": "sample", "files": {}}"""));

    [Fact]
    public void Sha256_CommentsAndOrderOfKeys_DoNotChangeIt()
    {
        var plain = new TestPack().Compile();
        var other = new TestPack()
            .With("lifecycle.yaml", "# 说明\nkinds:\n  - decision-days: 5\n    label: 办理\n    code: initial\n")
            .Compile();

        Assert.Equal(plain.Sha256, other.Sha256);
    }

    private static string Noise(Random random)
    {
        const string signs = "{}[]:,&*!|>'\"%@`#-? \n\t\0\uFEFF中a1";
        return string.Concat(Enumerable.Range(0, random.Next(0, 8)).Select(_ => signs[random.Next(signs.Length)]));
    }
}
