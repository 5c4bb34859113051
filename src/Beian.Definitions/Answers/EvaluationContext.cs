using Beian.Definitions.Packs;

namespace Beian.Definitions.Answers;

/// <summary>What an evaluation may know besides the answers. A revision stores the one it was judged with.</summary>
/// <param name="Today">The date in China when the answers are judged.</param>
/// <param name="Route">The route of the filing chosen at the start (<c>uscc</c>, <c>other</c>).</param>
/// <param name="Kind">The kind of filing (<c>initial</c>, <c>change</c> …).</param>
/// <param name="Attachments">The codes of the attachments that are there.</param>
/// <param name="AuthorityPrefix">The four digits with which the deciding authority begins its codes; empty before approval.</param>
public sealed record EvaluationContext(
    DateOnly Today,
    string Route,
    string Kind,
    IReadOnlySet<string> Attachments,
    string AuthorityPrefix = ""
)
{
    /// <summary>The source of <c>previous.x</c>: what holds when a filing changes it.</summary>
    public const string Previous = "previous";

    /// <summary>The source of <c>last-year.x</c>: what was reported for the same period a year ago.</summary>
    public const string LastYear = "last-year";

    /// <summary>The source of <c>profile.x</c>: what the account's profile says (<see cref="ProfileUse"/>).</summary>
    public const string Profile = "profile";

    /// <summary>The sources of answers from outside the filing that expressions may name.</summary>
    public static IReadOnlyList<string> Sources { get; } = [Previous, LastYear, Profile];

    /// <summary>Those whose answers are named as in the filing's own form.</summary>
    public static IReadOnlyList<string> LikeTheForm { get; } = [Previous, LastYear];

    /// <summary>Answers from outside the filing by their source (<see cref="Sources"/>); one that is not there reads as missing.</summary>
    public IReadOnlyDictionary<string, OutsideAnswers> Outside { get; init; } = new Dictionary<string, OutsideAnswers>();

    /// <summary>By which amounts of money are put into US dollars; null where none were published, or none is needed.</summary>
    public Parities? Parities { get; init; }

    /// <summary>The fields that this kind of filing leaves as they are registered: they are neither worked out anew nor judged.</summary>
    public IReadOnlySet<string> Kept { get; init; } = new HashSet<string>();

    /// <summary>
    /// The offices that may be chosen, id → name. Known while somebody fills in the form; not stored with a revision, whose answers
    /// hold the names themselves. Null: a chosen one is taken as it is.
    /// </summary>
    public IReadOnlyDictionary<string, string>? Authorities { get; init; }
}
