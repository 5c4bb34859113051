using Beian.Definitions.Answers;
using Beian.Definitions.Packs;

namespace Beian.Web.Features.Filings;

/// <summary>Whom answers speak of.</summary>
/// <param name="Name">The enterprise's name; empty while there is none.</param>
/// <param name="Code">The first of the identifying codes that is there (统一社会信用代码, 组织机构代码, 注册号); empty while there is none.</param>
public sealed record Subject(string Name, string Code)
{
    public static Subject Of(Pack pack, AnswerSet answers) =>
        new(
            answers[pack.Service.NameField] ?? "",
            pack.Service.SubjectCodes.Select(code => answers[code]).FirstOrDefault(code => code is not null) ?? ""
        );
}
