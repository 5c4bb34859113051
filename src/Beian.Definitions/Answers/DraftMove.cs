using Beian.Definitions.Packs;

namespace Beian.Definitions.Answers;

/// <summary>What a declared migration makes of the answers of a draft.</summary>
/// <param name="Answers">The answers under the new version.</param>
/// <param name="Lost">Controls whose answers are given up, as declared.</param>
/// <param name="Blocked">Why the draft cannot be moved; empty where it can.</param>
public sealed record DraftMove(AnswerSet Answers, IReadOnlyList<string> Lost, IReadOnlyList<LocalizedText> Blocked)
{
    /// <summary>Applies a migration; what finds no place in <paramref name="to"/> and is not given up blocks.</summary>
    public static DraftMove Of(AnswerSet answers, DraftMigration migration, Pack to)
    {
        var blocked = new List<LocalizedText>();
        foreach (var rename in migration.Renames)
            answers = Rename(answers, rename);
        foreach (var split in migration.Splits)
            answers = Split(answers, split, blocked);
        var lost = answers.Select(a => a.Key).Where(c => migration.Drops.Contains(CodeOf(c))).ToList();
        answers = answers.Without(lost.Contains);
        foreach (var (control, text) in migration.Defaults)
            if (answers[control] is null)
                answers = answers.With(control, text);
        foreach (var (control, _) in answers.Where(a => to.Form.FindByControl(a.Key) is null))
            blocked.Add(
                new(
                    $"“{control}”在 {to.Version} 中没有位置，迁移也没有说明放弃",
                    $"“{control}” has no place in {to.Version}, and the migration does not give it up"
                )
            );
        return new(answers, lost, blocked);
    }

    private static AnswerSet Rename(AnswerSet answers, FieldRename rename)
    {
        var own = answers.Where(a => CodeOf(a.Key) == rename.From).ToList();
        answers = answers.Without(c => CodeOf(c) == rename.From);
        return own.Aggregate(answers, (set, a) => set.With(rename.To + a.Key[rename.From.Length..], a.Value));
    }

    private static AnswerSet Split(AnswerSet answers, AnswerSplit split, List<LocalizedText> blocked)
    {
        if (answers[split.Control] is not { } text)
            return answers;
        var pieces = text.Split(split.By, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (pieces.Length != split.Into.Count)
        {
            blocked.Add(
                new(
                    $"“{split.Control}”应按“{split.By}”分为 {split.Into.Count} 部分，实为 {pieces.Length} 部分",
                    $"“{split.Control}” should split at “{split.By}” into {split.Into.Count} pieces; there are {pieces.Length}"
                )
            );
            return answers;
        }
        answers = answers.With(split.Control, null);
        return split.Into.Zip(pieces).Aggregate(answers, (set, p) => set.With(p.First, p.Second));
    }

    private static string CodeOf(string control) => FormOrder.CodeOf(control);
}
