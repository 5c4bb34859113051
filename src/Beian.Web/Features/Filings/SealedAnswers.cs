using System.Security.Cryptography;
using System.Text;
using Beian.Definitions.Answers;
using Beian.Definitions.Packs;
using Beian.Web.Data;

namespace Beian.Web.Features.Filings;

/// <summary>Answers as they are stored: personal ones apart, encrypted.</summary>
/// <param name="Plain">Canonical JSON of the answers that are not personal.</param>
/// <param name="Personal">The personal ones, sealed with the subject's key; null where there are none.</param>
/// <param name="Sha256">Hash of the canonical JSON of all answers.</param>
public sealed record SealedAnswers(string Plain, string? Personal, string Sha256)
{
    /// <summary>Splits and seals.</summary>
    public static SealedAnswers Seal(AnswerSet answers, Pack pack, string subjectKey, Vault vault)
    {
        bool IsPersonal(string control) => pack.Form.FindByControl(control) is { Personal: true };
        var secret = answers.Without(control => !IsPersonal(control));
        return new(
            answers.Without(IsPersonal).ToJson(),
            secret.Count == 0 ? null : vault.Seal(subjectKey, secret.ToJson()),
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(answers.ToJson())))
        );
    }

    /// <summary>Puts plain and personal answers together again.</summary>
    public static AnswerSet Open(string plain, string? personal, string subjectKey, Vault vault)
    {
        var answers = AnswerSet.FromJson(plain);
        return personal is null ? answers : AnswerSet.From(answers.Concat(AnswerSet.FromJson(vault.Open(subjectKey, personal))));
    }
}
