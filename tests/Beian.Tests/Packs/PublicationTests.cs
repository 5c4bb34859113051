using Beian.Definitions.Packs;
using Xunit;

namespace Beian.Tests.Packs;

public sealed class PublicationTests
{
    private static readonly Pack _first = PackEdition.First();

    [Fact]
    public void Of_FirstVersion_MayBePublished() => AssertMay(Publication.Of(_first, []));

    [Fact]
    public void Of_SameContent_IsPublishedAlready() => Assert.True(Publication.Of(_first, [_first]).IsPublished);

    [Fact]
    public void Of_MinorWithOtherTextsOnly_MayBePublished()
    {
        var minor = PackEdition.Minor();

        Assert.Equal(_first.StructureSha256, minor.StructureSha256);
        AssertMay(Publication.Of(minor, [_first]));
    }

    [Fact]
    public void Of_MinorWithOneMoreQuestionAboutAField_MayBePublished()
    {
        using var copy = new PackCopy();
        copy.Replace("service.yaml", "version: \"1.0\"", "version: \"1.1\"");
        copy.Replace(
            "form.yaml",
            "        type: postcode\n",
            "        type: postcode\n        faq:\n          - { code: abroad, question: 境外的怎么填？, answer: 填境内住所的。 }\n"
        );
        copy.Replace(
            "en.yaml",
            "    zip:\n",
            "    zip:\n      faq: { abroad: { question: And abroad?, answer: That of the domicile in China. } }\n"
        );

        AssertMay(Publication.Of(PackEdition.Compile(copy), [_first]));
    }

    [Fact]
    public void Of_MajorWithMigration_MayBePublished() => AssertMay(Publication.Of(PackEdition.Major(), [_first]));

    [Fact]
    public void Of_SameVersionWithOtherTexts_IsRefusedAndToldTheNextMinor()
    {
        using var copy = new PackCopy();
        PackEdition.WriteTexts(copy);

        AssertRefused("版本 1.0 已发布，内容与这里不同。请把版本改为 1.1。", Publication.Of(PackEdition.Compile(copy), [_first]));
    }

    [Fact]
    public void Of_SameVersionWithOtherFields_IsRefusedAndToldTheNextMajor()
    {
        using var copy = new PackCopy();
        PackEdition.WriteMajor(copy);

        AssertRefused("版本 1.0 已发布，内容与这里不同。请把版本改为 2.0。", Publication.Of(PackEdition.Compile(copy), [_first]));
    }

    [Fact]
    public void Of_OlderVersion_IsRefused() =>
        AssertRefused("版本 1.0 低于已发布的 1.1，版本只能往上走。", Publication.Of(_first, [PackEdition.Minor()]));

    [Theory]
    [InlineData("form.yaml", "        max: 128\n", "        max: 129\n", "字段 nameZh（经营者中文名称）：max “128” → “129”")]
    [InlineData("form.yaml", "        required: \"true\"\n", "", "字段 formNo（备案登记表编号）：去掉 required（“true”）")]
    [InlineData("register.yaml", "list: [nameZh,", "list: [", "公开查询：list 去掉 nameZh")]
    [InlineData("lifecycle.yaml", "decision-days: 5", "decision-days: 6", "办理种类 initial（备案登记）：decision-days “5” → “6”")]
    [InlineData("service.yaml", "max-files: 2", "max-files: 3", "附件 fOrg（组织机构代码证）：max-files “2” → “3”")]
    [InlineData("service.yaml", "open-for-new: true", "open-for-new: false", "服务：open-for-new “true” → “false”")]
    [InlineData("service.yaml", "effective-from: 2004-07-01", "effective-from: 2004-07-02", "effective-from “2004-07-01” → “2004-07-02”")]
    public void Of_MinorThatChangesMoreThanTexts_IsRefusedAndToldWhat(string file, string old, string with, string change)
    {
        using var copy = new PackCopy();
        PackEdition.SetVersion(copy, "1.1");
        copy.Replace(file, old, with);

        var refusal = Assert.Single(Publication.Of(PackEdition.Compile(copy), [_first]).Refusals);

        Assert.StartsWith("1.1 是小版本，只能改文字；这里还有：", refusal.Zh, StringComparison.Ordinal);
        Assert.Contains(change, refusal.Zh, StringComparison.Ordinal);
        Assert.EndsWith("请把版本改为 2.0。", refusal.Zh, StringComparison.Ordinal);
        Assert.EndsWith("Please make this version 2.0.", refusal.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_MinorWithANewLaw_MayBePublished()
    {
        using var copy = new PackCopy();
        PackEdition.SetVersion(copy, "1.1");
        copy.Write("laws/new.md", "---\ntitle: 新规定\ntitle-en: New rules\neffective-from: 2026-01-01\n---\n正文。\n");

        AssertMay(Publication.Of(PackEdition.Compile(copy), [_first]));
    }

    [Fact]
    public void Of_MigrationFromAFieldThatWasNotThere_IsRefused()
    {
        var pack = PackEdition.Major(PackEdition.Migration.Replace("from: zip", "from: zipp", StringComparison.Ordinal));

        AssertRefused("从 1 迁移：1.0 的表单中没有“zipp”。", Publication.Of(pack, [_first]));
    }

    [Theory]
    [InlineData("to: postcode", "to: postkode", "migrations/1-to-2.yaml:4:22: 表单中没有字段“postkode”。")]
    [InlineData("to: 2", "to: 3", "migrations/1-to-2.yaml:1:1: 文件名应为 1-to-3.yaml。")]
    [InlineData("value: online", "worth: online", "migrations/1-to-2.yaml:8:23: 不认识的键“worth”；可以写：")]
    public void Read_FaultyMigration_IsTold(string old, string with, string expected)
    {
        var text = PackEdition.Migration.Replace(old, with, StringComparison.Ordinal);

        var thrown = Assert.Throws<InvalidOperationException>(() => PackEdition.Major(text));

        Assert.Contains(expected.Split(": ")[0], thrown.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1.0", "1.0", 0)]
    [InlineData("1.9", "1.10", -1)]
    [InlineData("2.0", "1.10", 1)]
    public void Compare_Versions_GoByNumber(string a, string b, int order) =>
        Assert.Equal(order, Math.Sign(PackVersion.Parse(a)!.Value.CompareTo(PackVersion.Parse(b)!.Value)));

    [Theory]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("1.0.0")]
    [InlineData("0.1")]
    [InlineData("1.-1")]
    [InlineData("1.x")]
    [InlineData("12345.0")]
    public void Parse_WhatIsNoVersion_IsNull(string text) => Assert.Null(PackVersion.Parse(text));

    private static void AssertMay(Publication publication)
    {
        Assert.False(publication.IsPublished);
        Assert.Empty(publication.Refusals.Select(r => r.Zh));
    }

    private static void AssertRefused(string expected, Publication publication)
    {
        Assert.False(publication.IsPublished);
        Assert.Equal([expected], publication.Refusals.Select(r => r.Zh));
    }
}
