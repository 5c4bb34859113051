using Beian.Definitions.Answers;
using Beian.Definitions.Fields;

namespace Beian.Definitions.Packs;

/// <summary>
/// What a service reads of the account's profile. The fields are declared with their kinds, so that a published version stands by itself
/// whatever becomes of the profile's own definition; <see cref="ProfileCheck"/> holds the two against each other.
/// </summary>
/// <param name="Service">The code of the profile's pack.</param>
/// <param name="MustBeConfirmed">Whether nothing is filed before the authority has confirmed the profile as it is now.</param>
/// <param name="Fields">The controls of the profile that expressions name, as <c>profile.x</c>.</param>
public sealed record ProfileUse(string Service, bool MustBeConfirmed, IReadOnlyList<CalculatedField> Fields)
{
    /// <summary>A declared field; null where it was not declared.</summary>
    public CalculatedField? Find(string code) => Fields.FirstOrDefault(f => f.Code == code);

    /// <summary>What an evaluation knows of a profile: the declared fields, none of them personal.</summary>
    /// <param name="profile">The profile's pack.</param>
    /// <param name="origin">Where the answers come from, for whoever asks later.</param>
    public OutsideAnswers Take(Pack profile, string origin, AnswerSet answers) =>
        OutsideAnswers.Of(profile, origin, answers.Without(control => Find(control) is null));
}

/// <summary>How the answers say which authority reviews a filing: the one of a region, or the nearest above it that takes the service.</summary>
/// <param name="Region">The field with the region.</param>
/// <param name="Level">The lowest level that reviews: 0 ministry, 1 province, 2 prefecture, 3 district.</param>
public sealed record Territory(string Region, int Level);
