using Beian.Definitions.Codes;
using Xunit;

namespace Beian.Tests.Codes;

public sealed class ImportExportCodeTests
{
    [Theory]
    [InlineData("1100710928321", null, true)]
    [InlineData("1100710928321", "710928321", true)]
    [InlineData("1100710928321", "710928322", false)]
    [InlineData("1100710928322", null, false)]
    [InlineData("110071092832", null, false)]
    [InlineData("11A0710928321", null, false)]
    [InlineData("1100Z00000012", null, true)]
    [InlineData("1100Z0000001X", null, false)]
    public void Check_Code_KnowsSoundOnes(string code, string? organisation, bool isSound) =>
        Assert.Equal(isSound, ImportExportCode.Check(code, organisation) is null);
}
