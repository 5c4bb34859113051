using Beian.Definitions;
using Beian.Definitions.Answers;
using Beian.Definitions.Fields;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Beian.Tests.Fields;

/// <summary>What every field type keeps to, whatever is typed.</summary>
public sealed class FieldContractTests
{
    private static readonly string[] Nasty =
    [
        "",
        " ",
        "\0",
        "\ud800",
        "a\udc00b",
        "\u2028",
        "٣",
        "½",
        "１２",
        "−1",
        "1e9",
        "1,5",
        "99999999999999999999999999999999",
        "0.00000000000000000000000001",
        "79228162514264337593543950335",
        "2020-02-30",
        "0000-00-00",
        "20201305",
        "是",
        "𠮷",
        "a.b.c",
        "é",
        "e\u0301",
        "ﬁ",
        "İ",
        "ß",
        "\u200b",
        "<script>",
        "'; --",
        "……",
        "．",
        "-",
        "H",
        "9",
        "000000000000000000",
        "年",
        "%",
        "www.",
    ];

    public static TheoryData<string> Types { get; } = [.. FieldTypes.Names];

    [Theory, MemberData(nameof(Types))]
    public void Field_AnyText_NeverThrowsAndNormalisesOnce(string type)
    {
        var field = SampleFields.All[type];
        foreach (var text in Nasty)
            Judge(field, text);
        Prop.ForAll<string?>(text => Judge(field, text ?? "")).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
    }

    [Theory, MemberData(nameof(Types))]
    public void Field_RightAnswer_HasNoProblemAndCanBeRead(string type)
    {
        var field = SampleFields.All[type];
        var answers = SampleFields.Kept(field);
        if (field.Controls.Count == 0)
            return;

        Assert.Empty(field.CheckAnswer(answers, SampleFields.Context));
        Assert.False(field.IsBlank(answers));
        Assert.NotEmpty(field.Format(answers, Language.Zh));
        Assert.NotEmpty(field.Format(answers, Language.En));
        Assert.All(answers, a => Assert.True(field.Owns(a.Key)));
        if (field is not TableField)
            Assert.All(field.Controls, c => Assert.Equal(field.KindOf(c), field.Read(c, answers).Kind));
        Assert.All(answers, a => Assert.NotEmpty(field.FormatOf(a.Key, answers, Language.En)));
        Assert.All(answers, a => Assert.NotEmpty(field.LabelOf(a.Key).Zh));
    }

    [Theory, MemberData(nameof(Types))]
    public void Field_NoAnswer_IsBlankMissingAndEmpty(string type)
    {
        var field = SampleFields.All[type];

        Assert.True(field.IsBlank(AnswerSet.Empty));
        Assert.Empty(field.CheckAnswer(AnswerSet.Empty, SampleFields.Context));
        Assert.Equal("", field.Format(AnswerSet.Empty, Language.Zh));
        Assert.All(field.Controls, c => Assert.True(field.Read(c, AnswerSet.Empty).IsMissing));
        Assert.Equal(type, field.Type);
        Assert.Empty(field.CheckSettings());
    }

    [Theory, MemberData(nameof(Types))]
    public void FormatMasked_PersonalField_DoesNotShowTheAnswer(string type)
    {
        var field = SampleFields.All[type] with { Personal = true };
        var answers = SampleFields.Kept(field);
        var whole = field.Format(answers, Language.Zh);

        Assert.True(whole.Length < 2 || field.FormatMasked(answers, Language.Zh) != whole);
    }

    private static void Judge(Field field, string text)
    {
        var controls = field is TableField ? ["f.0.name", "f.0.area", "f.00.name", "f.x"] : field.Controls;
        var answers = AnswerSet.Empty;
        foreach (var control in controls)
        {
            var kept = field.Normalise(control, text);
            Assert.Equal(kept, field.Normalise(control, kept));
            Assert.DoesNotContain('\0', kept);
            answers = answers.With(control, kept);
        }
        answers = field.Derive(answers, SampleFields.Context);
        foreach (var problem in field.CheckAnswer(answers, SampleFields.Context).ToList())
        {
            Assert.NotEmpty(problem.Message.Zh);
            Assert.NotEmpty(problem.Message.En);
        }
        foreach (var control in field.Controls)
            field.Read(control, answers);
        field.Format(answers, Language.Zh);
        field.FormatMasked(answers, Language.En);
        if (field.Tabulate(answers, Language.Zh, masked: true) is { } table)
            Assert.All(table.Rows, r => Assert.Equal(table.Heads.Count, r.Count));
        foreach (var control in controls)
        {
            field.FormatOf(control, answers, Language.Zh);
            field.Conversion(control, text);
        }
    }

    [Theory, MemberData(nameof(Types))]
    public void Tabulate_TablesAndGrids_ShowEveryAnswer(string type)
    {
        var field = SampleFields.All[type];
        var answers = SampleFields.Kept(field);

        var table = field.Tabulate(answers, Language.Zh, masked: false);

        Assert.Equal(field is TableField or GridField, table is not null);
        if (table is not null)
            Assert.All(answers, a => Assert.Contains(table.Rows, r => r.Contains(field.FormatOf(a.Key, answers, Language.Zh))));
    }
}
