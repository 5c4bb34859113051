using Beian.Web.Features.Register.Search;
using Xunit;

namespace Beian.Tests.Features.Register.Search;

public sealed class PlainNamesTests
{
    [Theory]
    [InlineData("广州市云帆贸易有限公司", "广州市云帆贸易有限公司")]
    [InlineData("云帆（广州）　［华东］ 贸易", "云帆(广州) (华东)贸易")]
    [InlineData(" ＡＢＣ　Trading   Co., {Ltd.} ", "abc trading co., (ltd.)")]
    [InlineData("", "")]
    [InlineData("Straße", null)]
    [InlineData("甲·乙", null)]
    [InlineData("甲\t乙", null)]
    public void Normalise_Name_IsKnownWithoutUnicodesTables(string name, string? form) => Assert.Equal(form, PlainNames.Normalise(name));

    [Fact]
    public void Normalise_AnyPlainCharacters_IsWhatUnicodesTablesSay()
    {
        var random = new Random(11);
        for (var i = 0; i < 20_000; i++)
        {
            var name = string.Concat(Enumerable.Range(0, random.Next(1, 12)).Select(_ => CharacterOf(random)));
            Assert.Equal(SearchText.NormaliseAny(name), PlainNames.Normalise(name));
        }
    }

    /// <summary>Every one of them there is, on its own.</summary>
    [Fact]
    public void Normalise_EachCharacter_IsWhatUnicodesTablesSayOrLeftToThem()
    {
        for (var c = 0; c <= char.MaxValue; c++)
            if (PlainNames.Normalise($"a{(char)c}b") is { } plain)
                Assert.Equal(SearchText.NormaliseAny($"a{(char)c}b"), plain);
    }

    private static char CharacterOf(Random random) =>
        random.Next(5) switch
        {
            0 => ' ',
            1 => '　',
            2 => (char)random.Next('!', '~' + 1),
            3 => (char)random.Next('\uFF01', '\uFF5E' + 1),
            _ => (char)random.Next('\u4E00', '\u9FFF' + 1),
        };
}
