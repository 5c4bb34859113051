using Beian.Definitions.Answers;
using Beian.Definitions.Packs;
using Beian.Web.Data;

namespace Beian.Web.Features.Filings.Kinds;

/// <summary>What is registered, in the words of the pack a filing is made with.</summary>
public sealed class EntryAnswers(Catalogue.Catalogue catalogue, Vault vault)
{
    /// <summary>All answers of the version in force; fields with a new code go by the declared migrations.</summary>
    /// <param name="subjectKey">The subject's key, which the filings about an entry share.</param>
    public AnswerSet Open(EntryInForce entry, string subjectKey, Pack pack)
    {
        var answers = SealedAnswers.Open(entry.Answers, entry.PersonalAnswers, subjectKey, vault);
        if (PackVersion.Parse(entry.DefinitionVersion) is not { } from)
            return answers;
        var path = MigrationPath.Find(catalogue.VersionsOf(entry.Service), from.Major, pack.Version.Major);
        return path?.Apply(answers).Answers ?? answers;
    }
}
