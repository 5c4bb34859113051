namespace Beian.Definitions.Packs;

/// <summary>A declared way from an older major version to this one: what becomes of the answers of a draft.</summary>
/// <param name="From">The older major version.</param>
/// <param name="Renames">Fields that have another code now.</param>
/// <param name="Splits">Answers that become several.</param>
/// <param name="Drops">Fields whose answers are given up.</param>
/// <param name="Defaults">Answers where there is none.</param>
public sealed record DraftMigration(
    int From,
    IReadOnlyList<FieldRename> Renames,
    IReadOnlyList<AnswerSplit> Splits,
    IReadOnlyList<string> Drops,
    IReadOnlyList<AnswerDefault> Defaults
);

/// <summary>A field with a new code; all parts of its answer go along.</summary>
public sealed record FieldRename(string From, string To);

/// <summary>An answer that becomes several.</summary>
/// <param name="Control">The form control it stood in.</param>
/// <param name="By">What stands between the pieces.</param>
/// <param name="Into">The controls of the pieces, in order.</param>
public sealed record AnswerSplit(string Control, string By, IReadOnlyList<string> Into);

/// <summary>An answer for those who gave none.</summary>
public sealed record AnswerDefault(string Control, string Text);
