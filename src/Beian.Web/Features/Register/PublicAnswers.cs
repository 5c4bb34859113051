using Beian.Definitions.Answers;
using Beian.Definitions.Packs;

namespace Beian.Web.Features.Register;

/// <summary>What the public sees of approved answers: only what register.yaml names, and never what is personal, whatever it names.</summary>
public static class PublicAnswers
{
    /// <summary>The public answers under the pack in force; fields with a new code go by the declared migrations.</summary>
    /// <param name="major">The major version the answers were given under.</param>
    public static AnswerSet Of(Catalogue.Catalogue catalogue, string service, int major, AnswerSet answers)
    {
        var pack = catalogue[service];
        var path = MigrationPath.Find(catalogue.VersionsOf(service), major, pack.Version.Major);
        return Of(pack, path?.Apply(answers).Answers ?? answers);
    }

    /// <summary>The same of a version of an entry, by the version of the pack it was filed with.</summary>
    public static AnswerSet Of(Catalogue.Catalogue catalogue, string service, string definitionVersion, AnswerSet answers) =>
        Of(catalogue, service, PackVersion.Parse(definitionVersion)?.Major ?? catalogue[service].Version.Major, answers);

    private static AnswerSet Of(Pack pack, AnswerSet answers) =>
        answers.Without(name => pack.Form.FindByControl(name) is not { } field || pack.Register.Public(field)?.Owns(name) != true);
}
