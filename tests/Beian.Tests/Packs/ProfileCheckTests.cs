using Beian.Definitions;
using Beian.Definitions.Answers;
using Beian.Definitions.Packs;
using Beian.Tests.Architecture;
using Xunit;

namespace Beian.Tests.Packs;

/// <summary>What a service reads of a profile must be there, and is read as what it is.</summary>
public sealed class ProfileCheckTests
{
    private static readonly DateOnly Today = new(2026, 11, 21);

    [Fact]
    public void Read_WithoutTheProfileBeside_SaysSoAtItsLine()
    {
        using var copy = new PackCopy("ecommerce-enterprise");

        var fault = Assert.Single(PackReader.Read(copy.Folder).Faults);

        Assert.Equal("service.yaml", fault.File);
        Assert.Contains("service: ecommerce-profile", copy.Read("service.yaml").Split('\n')[fault.Line - 1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ code: legalRep, label: 法定代表人 }", "{ code: legalRap, label: 法定代表人 }", "Did you mean legalRep?")]
    [InlineData("{ code: legalRep, label: 法定代表人 }", "{ code: legalRep, kind: number, label: 法定代表人 }", "has the kind text")]
    public void Read_FieldTheProfileHasNotSo_IsAFault(string old, string with, string message)
    {
        using var copy = Beside();
        copy.Replace("service.yaml", old, with);
        copy.Replace("form.yaml", "default: profile.legalRep", "default: \"'x'\"");
        copy.Replace("en.yaml", "      legalRep: { label", Key(with) + ": { label");

        var faults = PackReader.Read(copy.Folder).Faults;

        Assert.Contains(message, Assert.Single(faults).In(Language.En), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_NameThatWasNotDeclared_IsUnknown()
    {
        using var copy = Beside();
        copy.Replace("form.yaml", "default: profile.legalRep", "default: profile.profileNo");

        Assert.Contains("profile.profileNo", Assert.Single(PackReader.Read(copy.Folder).Faults).In(Language.En), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_ProfileThatMakesAccounts_IsAFault()
    {
        using var copy = new PackCopy("ecommerce-profile");
        copy.Replace("service.yaml", "open-for-new: true", "open-for-new: true\naccount-by-filing: true");

        Assert.Contains("cannot make one", Assert.Single(PackReader.Read(copy.Folder).Faults).In(Language.En), StringComparison.Ordinal);
    }

    [Fact]
    public void Take_OfAProfile_LeavesOutWhatWasNotDeclared()
    {
        var (enterprise, profile) = (Pack("ecommerce-enterprise"), Pack("ecommerce-profile"));
        var answers = AnswerSet.From(
            new Dictionary<string, string>
            {
                ["entName"] = "北京样例电子商务有限公司",
                ["regNo"] = "110000000000000",
                ["country"] = "SG",
            }
        );

        var taken = enterprise.Service.Profile!.Take(profile, "profile 00000001 version 1", answers);
        var context = new EvaluationContext(Today, "online", "initial", new HashSet<string>())
        {
            Outside = new Dictionary<string, OutsideAnswers> { [EvaluationContext.Profile] = taken },
        };
        var evaluation = Evaluator.Evaluate(enterprise, AnswerSet.Empty.With("entName", "别的公司"), context);

        Assert.Equal(["country", "entName"], taken.Answers.Select(a => a.Key));
        Assert.Equal("SG", evaluation.Answers["country"]);
        Assert.Equal("domestic", evaluation.Answers["regKind"]);
        var hint = Assert.Single(evaluation.Problems, p => p.Code == "as-confirmed");
        Assert.Equal(
            ["企业名称=别的公司", "企业名称（用户信息）=北京样例电子商务有限公司"],
            hint.Used.Select(u => $"{u.Label.Zh}={u.Text.Zh}")
        );
    }

    private static string Key(string entry) => "      " + entry.Split("code: ")[1].Split(',')[0];

    internal static PackCopy Beside()
    {
        var copy = new PackCopy("ecommerce-enterprise");
        var target = Directory.CreateDirectory(Path.Combine(copy.Packs, "ecommerce-profile")).FullName;
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.Packs, "ecommerce-profile")))
            File.Copy(file, Path.Combine(target, Path.GetFileName(file)));
        return copy;
    }

    private static Pack Pack(string code) => PackReader.Read(Path.Combine(Repository.Packs, code)).Pack!;
}
