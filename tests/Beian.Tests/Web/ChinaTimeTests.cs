using Beian.Web.Web;
using Xunit;

namespace Beian.Tests.Web;

public sealed class ChinaTimeTests
{
    [Theory]
    [InlineData("2026-01-31", 2026, 1, 31)]
    [InlineData(" 2026-02-28 ", 2026, 2, 28)]
    [InlineData("8999-12-31", 8999, 12, 31)]
    public void Read_ADate_IsThatDate(string text, int year, int month, int day) =>
        Assert.Equal(new DateOnly(year, month, day), ChinaTime.Read(text));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2026-02-29")]
    [InlineData("2026-1-31")]
    [InlineData("31.1.2026")]
    [InlineData("1900-12-31")]
    [InlineData("9999-12-31")]
    public void Read_WhatIsNone_IsNull(string? text) => Assert.Null(ChinaTime.Read(text));
}
