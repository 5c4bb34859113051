using Beian.Definitions.Answers;
using Beian.Definitions.Packs;
using Beian.Tests.Architecture;
using Beian.Web.Features.Filings;
using Xunit;

namespace Beian.Tests.Features.Filings;

public sealed class SheetStampTests
{
    private const string Number = "1234567890123456";

    private static readonly Pack _pack = PackReader.Read(Path.Combine(Repository.Packs, "foreign-trade-operator")).Pack!;

    [Fact]
    public void Parse_WhatWasWritten_IsTheSame()
    {
        var stamp = SheetStamp.Of(_pack, Number, 3, Answers());

        Assert.Equal(stamp, SheetStamp.Parse(stamp.Write()));
        Assert.Matches("^[0-9A-Z $%*+./:-]+$", stamp.Write()); // what a QR packs most tightly
    }

    [Theory]
    [InlineData("")]
    [InlineData("https://example.test/")]
    [InlineData("BEIAN1:1234567890123456:1:ABC")]
    [InlineData("BEIAN1:12345:1:0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("BEIAN2:1234567890123456:1:0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("BEIAN1:1234567890123456:1:0000000000000000000000000000000000000000000000000000000000000000\n")]
    [InlineData("BEIAN1:1234567890123456:99999999999:0000000000000000000000000000000000000000000000000000000000000000")]
    public void Parse_AnyOtherText_IsNone(string text) => Assert.Null(SheetStamp.Parse(text));

    [Fact]
    public void Of_PrintedAnswerThatChanged_IsAnother() =>
        Assert.NotEqual(
            SheetStamp.Of(_pack, Number, 1, Answers()).Sha256,
            SheetStamp.Of(_pack, Number, 1, Answers().With("domicile", "上海市")).Sha256
        );

    [Theory]
    [InlineData("kind", "foreign")] // steers the form and is not printed
    [InlineData("formNo", "00000001")] // given at the approval
    [InlineData("remarks", "无进口商品分销业务")] // the authority's
    [InlineData("operatorType", "limited")]
    public void Of_AnswerNobodySignsFor_ChangesNothing(string control, string text) =>
        Assert.Equal(
            SheetStamp.Of(_pack, Number, 1, Answers()).Sha256,
            SheetStamp.Of(_pack, Number, 1, Answers().With(control, text)).Sha256
        );

    [Fact]
    public void Code_TypedCarelessly_IsStillTheCode()
    {
        var code = SheetStamp.Of(_pack, Number, 1, Answers()).Code;

        Assert.Matches("^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$", code);
        var stamp = new SheetStamp(Number, 1, "0010842108" + new string('0', 54));
        Assert.True(stamp.IsCode(stamp.Code.ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal)));
        Assert.True(stamp.IsCode(stamp.Code.Replace('0', 'O').Replace('1', 'l')));
        Assert.False(stamp.IsCode(code));
        Assert.False(stamp.IsCode(""));
    }

    private static AnswerSet Answers() =>
        AnswerSet.From([KeyValuePair.Create("nameZh", "北京样例进出口有限公司"), KeyValuePair.Create("domicile", "北京市海淀区")]);
}
