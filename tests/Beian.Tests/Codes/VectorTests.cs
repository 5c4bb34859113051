using Beian.Definitions.Answers;
using Beian.Definitions.Codes;
using Xunit;

namespace Beian.Tests.Codes;

public sealed class VectorTests
{
    private const string FullWidth = "full-width digits → normalise NFKC, then valid";

    public static IEnumerable<TheoryDataRow<string, string>> ValidUsccs => Vectors.Pairs("uscc_valid.csv");
    public static IEnumerable<TheoryDataRow<string, string>> OtherUsccs => Vectors.Pairs("uscc_valid_other_kinds.csv");
    public static IEnumerable<TheoryDataRow<string, string>> InvalidUsccs => Vectors.Pairs("uscc_invalid.csv");
    public static IEnumerable<TheoryDataRow<string, bool, string>> OrgCodes => Vectors.Judged("orgcode_vectors.csv");
    public static IEnumerable<TheoryDataRow<string, bool, string>> RegistrationNumbers => Vectors.Judged("regno_vectors.csv");
    public static IEnumerable<TheoryDataRow<string, bool, string>> IdentityCards => Vectors.Judged("idcard_vectors.csv");
    public static IEnumerable<TheoryDataRow<string, bool, string>> Vins => Vectors.Judged("vin_vectors.csv");

    [Theory, MemberData(nameof(ValidUsccs))]
    public void CheckUscc_OfEnterprise_IsWellFormedWithItsOrgCode(string uscc, string orgCode)
    {
        Assert.Null(Uscc.Check(Uscc.Normalise(uscc)));
        Assert.Equal(OrgCode.Normalise(orgCode), Uscc.OrgCodeOf(uscc));
        Assert.Equal(orgCode, OrgCode.Format(Uscc.OrgCodeOf(uscc)));
    }

    [Theory, MemberData(nameof(OtherUsccs))]
    public void CheckUscc_OfAnotherKind_IsWellFormed(string uscc, string kind) => Assert.True(Uscc.Check(uscc) is null, kind);

    [Theory, MemberData(nameof(InvalidUsccs))]
    public void CheckUscc_OfInvalidTable_IsJudgedByItsReason(string input, string reason)
    {
        var uscc = Uscc.Normalise(input);
        switch (reason)
        {
            case FullWidth:
                Assert.Null(Uscc.Check(uscc));
                break;
            case "empty":
                Assert.Empty(AnswerSet.From([new("uscc", uscc)]));
                break;
            default:
                Assert.NotNull(Uscc.Check(uscc));
                break;
        }
    }

    [Theory, MemberData(nameof(OrgCodes))]
    public void CheckOrgCode_OfTable_IsJudgedByItsRow(string input, bool valid, string note) =>
        Assert.True(OrgCode.Check(OrgCode.Normalise(input)) is null == valid, note);

    [Theory, MemberData(nameof(RegistrationNumbers))]
    public void CheckRegistrationNumber_OfTable_IsJudgedByItsRow(string input, bool valid, string note) =>
        Assert.True(RegistrationNumber.Check(RegistrationNumber.Normalise(input)) is null == valid, note);

    [Theory, MemberData(nameof(IdentityCards))]
    public void CheckIdentityCard_OfTable_IsJudgedByItsRow(string input, bool valid, string note)
    {
        var number = IdentityCard.Normalise(input);

        Assert.True(IdentityCard.Check(number) is null == valid, note);
        Assert.Equal(
            note.Contains("age rule", StringComparison.Ordinal),
            IdentityCard.CheckAge(number, new DateOnly(2026, 3, 1)) is not null
        );
    }

    [Theory, MemberData(nameof(Vins))]
    public void CheckVin_OfTable_IsJudgedByItsRow(string input, bool valid, string note) =>
        Assert.True(Vin.Check(Vin.Normalise(input)) is null == valid, note);
}
