using Beian.Definitions.Answers;
using Beian.Definitions.Fields;

namespace Beian.Definitions.Packs;

/// <summary>lifecycle.yaml.</summary>
/// <param name="Kinds">The kinds of filing; the first is the one a newcomer starts.</param>
public sealed record LifecycleDefinition(IReadOnlyList<FilingKind> Kinds)
{
    /// <summary>A kind by its code; null where there is none.</summary>
    public FilingKind? Find(string code) => Kinds.FirstOrDefault(k => k.Code == code);

    /// <summary>The kinds that begin with an entry, by who starts them, in the order of the file.</summary>
    public IEnumerable<FilingKind> FromEntry(KindStarter starter) => Kinds.Where(k => k.StartsFromEntry && k.Starts == starter);

    /// <summary>变更: the first kind by which the filer changes what is registered; null where the service has none.</summary>
    public FilingKind? Change => FromEntry(KindStarter.Filer).FirstOrDefault(k => k.Effect == KindEffect.NewVersion);

    /// <summary>What must be done within some days of an approval, or the entry lapses; null where there is no such duty.</summary>
    public FilingKind? Duty => Kinds.FirstOrDefault(k => k.AfterDays is not null);
}

/// <summary>Who starts a filing of a kind.</summary>
public enum KindStarter
{
    /// <summary>The enterprise.</summary>
    Filer,

    /// <summary>The authority that keeps the entry; it decides in the same act.</summary>
    Officer,
}

/// <summary>What the approval of a filing of a kind does in the register.</summary>
public enum KindEffect
{
    /// <summary>A new entry begins to hold.</summary>
    Enter,

    /// <summary>The entry gets a new version with what was filed.</summary>
    NewVersion,

    /// <summary>注销: the entry ends because the enterprise gives it up.</summary>
    Cancel,

    /// <summary>撤销: the authority takes the entry back.</summary>
    Revoke,

    /// <summary>失效: the entry ends because a duty was not met.</summary>
    Lapse,

    /// <summary>补发: the same data on a new sheet.</summary>
    Reissue,

    /// <summary>迁移: a new version at another authority, which the former one lets go first.</summary>
    Move,
}

/// <summary>A kind of filing (initial, change …).</summary>
/// <param name="Code">Its code.</param>
/// <param name="Label">Its name (备案登记, 变更).</param>
/// <param name="DecisionDays">Statutory working days for the decision, from acceptance; 0 where the authority starts it and decides at once.</param>
/// <param name="LegalNote">The rule behind the days, shown beside the due date.</param>
public sealed record FilingKind(string Code, LocalizedText Label, int DecisionDays, LocalizedText? LegalNote)
{
    private static readonly IReadOnlySet<string> _nothing = new HashSet<string>();

    /// <summary>Working days for 受理, where that is a step of its own that starts the clock; null where the approval includes it.</summary>
    public int? AcceptanceDays { get; init; }

    /// <summary>Working days in which the authority must do something first: accept it, or decide where that includes accepting.</summary>
    public int FirstDays => AcceptanceDays ?? DecisionDays;

    /// <summary>Whether several may be approved at once.</summary>
    public bool Batch { get; init; }

    /// <summary>Who starts it.</summary>
    public KindStarter Starts { get; init; }

    /// <summary>What its approval does in the register.</summary>
    public KindEffect Effect { get; init; }

    /// <summary>What it is for and what follows, said before it is started.</summary>
    public LocalizedText? Hint { get; init; }

    /// <summary>Why the entry is as it is afterwards, in plain words for everybody; null: the state says enough.</summary>
    public LocalizedText? PublicNote { get; init; }

    /// <summary>The only fields it may change; null: all but <see cref="Kept"/>.</summary>
    public IReadOnlyList<string>? MayChange { get; init; }

    /// <summary>The fields it leaves as they are registered, where <see cref="MayChange"/> does not say.</summary>
    public IReadOnlyList<string> Kept { get; init; } = [];

    /// <summary>The attachments of service.yaml it asks for; null: all.</summary>
    public IReadOnlyList<string>? Attachments { get; init; }

    /// <summary>The attachments taken over from the version it starts from; null: all but the signed sheet.</summary>
    public IReadOnlyList<string>? Carries { get; init; }

    /// <summary>Whether the version it makes gets a new number (登记表编号); the entry's own number stays.</summary>
    public bool GivesNewNumber { get; init; }

    /// <summary>The field with the authority that takes the entry over; null where it does not move.</summary>
    public string? MovesTo { get; init; }

    /// <summary>Days after an approval within which <see cref="Duty"/> is to be done; null where there is no such duty.</summary>
    public int? AfterDays { get; init; }

    /// <summary>What is to be done within <see cref="AfterDays"/>.</summary>
    public LocalizedText? Duty { get; init; }

    /// <summary>Whether it is about an entry that is there. What enters a new one is not.</summary>
    public bool StartsFromEntry => Effect != KindEffect.Enter;

    /// <summary>Whether its approval leaves a new version of the entry behind.</summary>
    public bool MakesVersion => Effect is KindEffect.NewVersion or KindEffect.Move or KindEffect.Reissue;

    /// <summary>Whether the officer judges the content and fills in the authority's fields.</summary>
    public bool IsJudgedByContent => Effect is KindEffect.Enter or KindEffect.NewVersion or KindEffect.Move;

    /// <summary>Whether it leaves a field as it is registered.</summary>
    public bool Keeps(string field) => StartsFromEntry && (MayChange is { } some ? !some.Contains(field) : Kept.Contains(field));

    /// <summary>
    /// The enterprise's fields that stay as they are in the version in force. An identity that was blank there may be filled in (a first
    /// 统一社会信用代码).
    /// </summary>
    public IReadOnlySet<string> KeptOf(FormDefinition form, AnswerSet previous) =>
        StartsFromEntry
            ? form
                .Fields.Where(f => f.FilledBy == FilledBy.Enterprise && Keeps(f.Code) && (MayChange is not null || !f.IsBlank(previous)))
                .Select(f => f.Code)
                .ToHashSet(StringComparer.Ordinal)
            : _nothing;

    /// <summary>Typed answers with those of the kept fields put back as they are in the version in force.</summary>
    public static AnswerSet Keep(FormDefinition form, IReadOnlySet<string> kept, AnswerSet typed, AnswerSet previous)
    {
        if (kept.Count == 0)
            return typed;
        bool IsKept(string control) => form.FindPlace(control) is { } field && kept.Contains(field.Code);
        return AnswerSet.From(typed.Without(IsKept).Concat(previous.Without(c => !IsKept(c))));
    }
}
