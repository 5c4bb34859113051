using Beian.Definitions;
using Beian.Definitions.Codes;
using Xunit;

namespace Beian.Tests.Codes;

public sealed class CodeFaultTests
{
    [Theory]
    [InlineData("91440300192203821", "length", "现为 17 位")]
    [InlineData("9144030019220382161", "length", "现为 19 位")]
    [InlineData("91440300192203821I", "character", "第 18 位“I”")]
    [InlineData("9144A300192203821R", "character", "行政区划")]
    [InlineData("000000000000000000", "zeros", "全是 0")]
    [InlineData("914403001922038217", "check", "应为“6”，现为“7”")]
    [InlineData("91310000631295002H", "org-code", "第 17 位应为")]
    public void CheckUscc_Faulty_SaysWhatIsWrong(string code, string reason, string part) => AssertFault(Uscc.Check(code), reason, part);

    [Theory]
    [InlineData("19220382", "length", "现为 8 位")]
    [InlineData("1922038%1", "character", "第 8 位“%”")]
    [InlineData("000000000", "zeros", "全是 0")]
    [InlineData("192203822", "check", "应为“1”，现为“2”")]
    public void CheckOrgCode_Faulty_SaysWhatIsWrong(string code, string reason, string part) =>
        AssertFault(OrgCode.Check(code), reason, part);

    [Theory]
    [InlineData("440301104001819", "check", "应为“3”")]
    [InlineData("44030110400181A", "character", "第 15 位“A”")]
    [InlineData("000000000000000", "zeros", "全是 0")]
    [InlineData("4403011040018", "length", "现为 13 位")]
    public void CheckRegistrationNumber_Faulty_SaysWhatIsWrong(string number, string reason, string part) =>
        AssertFault(RegistrationNumber.Check(number), reason, part);

    [Theory]
    [InlineData("4403011040018", true)]
    [InlineData("0000000000000", false)]
    [InlineData("440301104001819", false)]
    public void IsOld_Number_IsThirteenDigits(string number, bool old) => Assert.Equal(old, RegistrationNumber.IsOld(number));

    [Theory]
    [InlineData("110105491231002", "old", "15 位")]
    [InlineData("1101051949123100", "length", "现为 16 位")]
    [InlineData("1101051949123X0021", "character", "第 14 位“X”")]
    [InlineData("11010519491231002A", "character", "第 18 位“A”")]
    [InlineData("00000000000000000X", "zeros", "全是 0")]
    [InlineData("990105194912310021", "division", "前两位")]
    [InlineData("110105194902310021", "birth", "不是一个日期")]
    [InlineData("110105194912310021", "check", "应为“X”，现为“1”")]
    public void CheckIdentityCard_Faulty_SaysWhatIsWrong(string number, string reason, string part) =>
        AssertFault(IdentityCard.Check(number), reason, part);

    [Theory]
    [InlineData("2010-03-02", false)]
    [InlineData("2010-03-01", true)]
    [InlineData("1905-03-01", false)]
    [InlineData("1906-03-01", true)]
    [InlineData("2027-01-01", false)]
    public void CheckAge_Birthday_IsSixteenToHundredTwenty(string birth, bool fits)
    {
        var body = "110105" + birth.Replace("-", "", StringComparison.Ordinal) + "002";
        var number = "0123456789X".Select(c => body + c).Single(n => IdentityCard.Check(n) is null);

        Assert.Equal(fits, IdentityCard.CheckAge(number, new DateOnly(2026, 3, 1)) is null);
    }

    [Theory]
    [InlineData(" 9144 0300-1922 0382—16 ", "914403001922038216")]
    [InlineData("91440300ma5dfaeb6u", "91440300MA5DFAEB6U")]
    [InlineData("９１４４０３００１９２２０３８２１６", "914403001922038216")]
    [InlineData("\u200b914403001922038216\ufeff", "914403001922038216")]
    public void NormaliseUscc_Typed_IsPlain(string typed, string code) => Assert.Equal(code, Uscc.Normalise(typed));

    [Theory]
    [InlineData("identity-card", "11010519491231002X", true)]
    [InlineData("identity-card", "E12345678", false)]
    [InlineData("passport", "E12345678", true)]
    [InlineData("passport", "E123", false)]
    [InlineData("passport", "E1234567\n", false)]
    [InlineData("hk-macao-permit", "H12345678", true)]
    [InlineData("hk-macao-permit", "M1234567801", true)]
    [InlineData("hk-macao-permit", "A12345678", false)]
    [InlineData("taiwan-permit", "12345678", true)]
    [InlineData("taiwan-permit", "123456789", false)]
    [InlineData("residence-permit", "810000199408230021", true)]
    [InlineData("residence-permit", "11010519491231002X", false)]
    [InlineData("residence-permit", "8", false)]
    [InlineData("foreigner-card", "USA110000000001", true)]
    [InlineData("foreigner-card", "911000198001010018", false)]
    [InlineData("foreigner-card", "USA11", false)]
    public void CheckIdDocument_Number_IsJudgedByItsKind(string kind, string number, bool valid) =>
        Assert.Equal(valid, IdDocument.Of(kind)!.Check(number) is null);

    [Fact]
    public void Of_EveryKind_IsFoundByItsCode() => Assert.All(IdDocument.All, d => Assert.Same(d, IdDocument.Of(d.Code)));

    private static void AssertFault(CodeFault? fault, string reason, string part)
    {
        Assert.NotNull(fault);
        Assert.Equal(reason, fault.Reason);
        Assert.Contains(part, fault.Message.In(Language.Zh), StringComparison.Ordinal);
        Assert.NotEqual(fault.Message.Zh, fault.Message.En);
    }
}
