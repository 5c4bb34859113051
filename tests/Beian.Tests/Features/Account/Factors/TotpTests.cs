using System.Text;
using Beian.Web.Features.Account.Factors;
using Xunit;

namespace Beian.Tests.Features.Account.Factors;

public sealed class TotpTests
{
    private static readonly byte[] Secret = Encoding.ASCII.GetBytes("12345678901234567890");

    /// <summary>RFC 6238, appendix B, the last six of the eight digits.</summary>
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void CodeOf_AtTheTimesOfTheStandard_IsTheStandards(long seconds, string code) =>
        Assert.Equal(code, Totp.CodeOf(Secret, Totp.StepAt(DateTime.UnixEpoch.AddSeconds(seconds))));

    [Theory]
    [InlineData(-2, false)]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void Find_ACodeSomeStepsOff_IsRightWithinHalfAMinute(int off, bool right)
    {
        var now = new DateTime(2026, 1, 5, 1, 0, 10, DateTimeKind.Utc);
        var step = Totp.StepAt(now) + off;
        Assert.Equal(right ? step : null, Totp.Find(Secret, Totp.CodeOf(Secret, step), now, 0));
        Assert.Null(Totp.Find(Secret, Totp.CodeOf(Secret, step), now, step)); // used
    }

    /// <summary>RFC 4648, 10, without the padding that no app asks for.</summary>
    [Theory]
    [InlineData("f", "MY")]
    [InlineData("foo", "MZXW6")]
    [InlineData("foobar", "MZXW6YTBOI")]
    [InlineData("12345678901234567890", "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ")]
    public void ToText_OfBytes_IsBase32(string bytes, string text) => Assert.Equal(text, Totp.ToText(Encoding.ASCII.GetBytes(bytes)));
}
