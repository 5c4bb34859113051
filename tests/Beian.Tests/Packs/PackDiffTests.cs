using Beian.Definitions.Packs;
using Xunit;

namespace Beian.Tests.Packs;

public sealed class PackDiffTests
{
    private static readonly Pack _first = PackEdition.First();

    [Fact]
    public void Between_TheSame_IsNothing() => Assert.Empty(PackDiff.Between(_first, PackEdition.First()));

    [Fact]
    public void Between_Texts_AreAllTexts()
    {
        var changes = PackDiff.Between(_first, PackEdition.Minor());

        Assert.All(changes, c => Assert.True(c.IsText, c.Text.Zh));
        Assert.Equal(
            [
                $"字段 nameZh（{PackEdition.NewLabel}）：label “经营者中文名称” → “{PackEdition.NewLabel}”",
                "字段 zip（邮政编码）：去掉 hint（“6位数字。”）",
                "英文：form.fields.nameZh.label “Name in Chinese” → “Full name in Chinese”",
                "英文：去掉 form.fields.zip.hint（“Six digits.”）",
            ],
            changes.Select(c => c.Text.Zh).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void Between_MajorVersions_TellsFieldsRenamesAndColumns()
    {
        var changes = PackDiff.Between(_first, PackEdition.Major()).Where(c => !c.IsText).ToList();

        Assert.Equal(
            [
                "公开查询：entry 去掉 domicile, zip, fax，增加 postcode",
                "删除字段 fax（联系传真）",
                "增加字段 channel（来源）",
                "字段 postcode（邮政编码）：代码由 zip 改为 postcode",
                "登记表样式 front.yaml：4 处变化",
            ],
            changes.Select(c => c.Text.Zh).Order(StringComparer.Ordinal)
        );
        Assert.Contains(
            "Field postcode (Postcode): its code was zip, now postcode",
            changes.Select(c => c.Text.En),
            StringComparer.OrdinalIgnoreCase
        );
        Assert.Contains("Removed: field fax (Fax)", changes.Select(c => c.Text.En));
    }

    [Theory]
    [InlineData("删除字段 fax", "fax", null)]
    [InlineData("代码由 zip", "zip", null)]
    public void Between_MajorVersions_TellsWhomItTouches(string start, string field, string? answer)
    {
        var change = PackDiff.Between(_first, PackEdition.Major()).Single(c => c.Text.Zh.Contains(start, StringComparison.Ordinal));

        Assert.Equal([field], change.Touches.Fields!);
        Assert.Equal(answer, change.Touches.Answer);
    }

    [Fact]
    public void Between_ChoiceThatIsGone_TouchesThoseWhoChoseIt()
    {
        using var copy = new PackCopy();
        copy.Replace("form.yaml", "          - { code: collective, label: 集体企业 }\n", "");
        copy.Replace("en.yaml", "        collective:\n          label: Collective enterprise\n", "");

        var change = Assert.Single(PackDiff.Between(_first, PackEdition.Compile(copy)), c => !c.IsText);

        Assert.Equal("删除字段 operatorType 的选项 collective（集体企业）", change.Text.Zh);
        Assert.Equal("Removed: choice collective of field operatorType (Collective enterprise)", change.Text.En);
        Assert.Equal(["operatorType"], change.Touches.Fields!);
        Assert.Equal("collective", change.Touches.Answer);
    }

    [Fact]
    public void Between_FieldInAnotherSection_IsMovedAndNotLost()
    {
        using var copy = new PackCopy();
        var form = copy.Read("form.yaml");
        var start = form.IndexOf("      - code: remarks\n", StringComparison.Ordinal);
        var end = form.IndexOf("\nrules:", start, StringComparison.Ordinal);
        var remarks = form[start..end];
        copy.Write("form.yaml", form.Remove(start, end - start).Replace("  - code: tail\n    fields:\n", "", StringComparison.Ordinal));
        copy.Replace("form.yaml", "      - code: nameZh\n", remarks + "      - code: nameZh\n");

        var changes = PackDiff.Between(_first, PackEdition.Compile(copy)).Select(c => c.Text.Zh).ToList();

        Assert.Contains("字段 remarks（备注）：section “tail” → “operator”", changes);
        Assert.Contains("删除部分 tail", changes);
        Assert.DoesNotContain(changes, c => c.StartsWith("删除字段", StringComparison.Ordinal));
    }
}
