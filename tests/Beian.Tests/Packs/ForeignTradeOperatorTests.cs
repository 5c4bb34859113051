using Beian.Definitions.Answers;
using Beian.Definitions.Fields;
using Beian.Definitions.Packs;
using Beian.Tests.Architecture;
using Xunit;

namespace Beian.Tests.Packs;

/// <summary>The service of foreign trade operators: whose codes it takes, what it shows, what it keeps to itself.</summary>
public sealed class ForeignTradeOperatorTests
{
    private static readonly Pack Pack = PackReader.Read(Path.Combine(Repository.Packs, "foreign-trade-operator")).Pack!;
    private static readonly EvaluationContext Context = new(new DateOnly(2026, 11, 21), "uscc", "initial", new HashSet<string>());

    [Theory]
    [InlineData("uscc_valid.csv")]
    [InlineData("uscc_valid_other_kinds.csv")]
    public void Uscc_WellFormed_IsAcceptedByItsKind(string file)
    {
        foreach (var code in Codes(file))
        {
            var hard = Hard(code);

            if (code[..2] is "91" or "92" or "93" or "12")
                Assert.Empty(hard);
            else
                Assert.Equal(["uscc-accepted"], hard);
        }
    }

    [Fact]
    public void Uscc_Invalid_IsRefusedUnlessItOnlyLooksSo()
    {
        foreach (var code in Codes("uscc_invalid.csv"))
        {
            var hard = Hard(code);

            if (code.Length == 0)
                Assert.Equal(["required"], hard);
            else if (code[0] > '9')
                Assert.Empty(hard); // full-width digits
            else
                Assert.StartsWith("uscc-", Assert.Single(hard), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Register_Columns_HaveNoContactsAndNothingPersonal()
    {
        var columns = Pack.Register.List.Concat(Pack.Register.Entry).ToList();

        Assert.DoesNotContain("email", columns);
        Assert.DoesNotContain("phone", columns);
        Assert.All(columns, c => Assert.False(Pack.Form[c].Personal));
        Assert.All(["legalRepId", "principalId"], c => Assert.True(Pack.Form[c].Personal));
    }

    [Fact]
    public void Fields_DrawnNumbers_AreTheSheetsAndTheSelfAssignedCode() =>
        Assert.Equal(
            [("formNo", "", 8), ("selfCode", "Z", 8)],
            Pack.Form.Fields.Where(f => f.Issue is not null).Select(f => (f.Code, f.Issue!.Prefix, f.Issue.Digits))
        );

    [Fact]
    public void Fields_OfTheAuthority_AreTypeAndRemarks() =>
        Assert.Equal(["operatorType", "remarks"], Pack.Form.Fields.Where(f => f.FilledBy == FilledBy.Authority).Select(f => f.Code));

    private static List<string> Hard(string uscc) =>
        [
            .. Evaluator
                .Evaluate(Pack, AnswerSet.From([KeyValuePair.Create("uscc", uscc)]), Context)
                .Problems.Where(p => p.Control == "uscc" && p.Level == ProblemLevel.Hard)
                .Select(p => p.Code),
        ];

    private static IEnumerable<string> Codes(string file) =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Vectors", file)).Skip(1).Select(l => l.Split(',')[0]);
}
