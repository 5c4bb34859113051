using System.Text;
using Beian.Definitions.Answers;
using Beian.Definitions.Codes;
using Beian.Definitions.Fields;
using Beian.Definitions.Packs;

namespace Beian.Web.Features.Filings;

/// <summary>Whom answers speak of.</summary>
/// <param name="Name">The enterprise's name; empty while there is none.</param>
/// <param name="Code">The first of the identifying codes that is there (统一社会信用代码, 组织机构代码, 注册号); empty while there is none.</param>
/// <param name="Part">Which of the enterprise's entries it is, where the service has one for each brand or the like; empty where it has one.</param>
public sealed record Subject(string Name, string Code, string Part = "")
{
    private const char PartMark = '/';

    /// <summary>The account whose profile the answers are; null for every other service. A profile is its account's, whatever code it gives.</summary>
    public Guid? Holder { get; init; }

    /// <summary>The code as codes of one enterprise are compared, whichever of them it gives, with the part behind it.</summary>
    public string CodeKey =>
        Holder is { } account ? KeyOf(account)
        : Part.Length == 0 || Code.Length == 0 ? KeyOf(Code)
        : KeyOf(Code) + PartMark + Part;

    /// <summary>What the keys of all parts of an enterprise begin with.</summary>
    public static string KeysOf(string code) => PartsOf(KeyOf(code));

    /// <summary>The same of a key.</summary>
    public static string PartsOf(string codeKey) => codeKey + PartMark;

    /// <summary>The key of the enterprise behind that of one of its parts.</summary>
    public static string EnterpriseOf(string codeKey) => codeKey.Split(PartMark)[0];

    /// <summary>The key of an account's profile.</summary>
    public static string KeyOf(Guid account) => $"account:{account:N}";

    /// <summary>
    /// Characters 9–17 of a unified social credit code are the organisation code the enterprise had before (GB 32100-2015), so
    /// the two compare as that; every other code compares as itself.
    /// </summary>
    public static string KeyOf(string code) => Uscc.Check(code) is null ? Uscc.OrgCodeOf(code) : code;

    /// <summary>Reads it from answers of which all apply: those of a revision or an entry.</summary>
    /// <param name="owner">The account the answers belong to.</param>
    public static Subject Of(Pack pack, AnswerSet answers, Guid? owner) =>
        new(
            Cut(answers[pack.Service.NameField]),
            Cut(ControlOf(pack, answers) is { } control ? answers[control] : null),
            pack.Service.EntryPer is { } part ? Same(Cut(answers[part])) : ""
        )
        {
            Holder = pack.Service.IsProfile ? owner : null,
        };

    /// <summary>Reads it from a draft, of which what does not apply does not count.</summary>
    public static Subject Of(Pack pack, Evaluation evaluation, Guid? owner) => Of(pack, Evaluator.DropIrrelevant(pack, evaluation), owner);

    /// <summary>The form control with the code; null while there is none.</summary>
    public static string? ControlOf(Pack pack, AnswerSet answers)
    {
        var codes = pack.Service.SubjectCodes;
        for (var i = 0; i < codes.Count; i++)
            if (answers[codes[i]] is not null)
                return codes[i];
        return null;
    }

    // 咖啡Ａ and 咖啡a are one brand.
    private static string Same(string text) => text.Normalize(NormalizationForm.FormKC).ToUpperInvariant();

    // A draft keeps whatever is typed; what lists show of it is bounded.
    private static string Cut(string? text) => PlainText.Cut(text ?? "", 200);
}
