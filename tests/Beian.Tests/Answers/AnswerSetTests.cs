using Beian.Definitions.Answers;
using Xunit;

namespace Beian.Tests.Answers;

public sealed class AnswerSetTests
{
    [Fact]
    public void ToJson_Chinese_IsWrittenAsItself() =>
        Assert.Equal("""{"nameZh":"北京样例（中国）有限公司"}""", AnswerSet.Empty.With("nameZh", "北京样例（中国）有限公司").ToJson());

    [Theory]
    [InlineData("<script>\"&'\\")]
    [InlineData("𠮷𬭚㛃")]
    [InlineData("a\u2028b\tc\nd")]
    public void FromJson_WhatToJsonWrote_IsTheSameText(string text) =>
        Assert.Equal(text, AnswerSet.FromJson(AnswerSet.Empty.With("domicile", text).ToJson())["domicile"]);
}
