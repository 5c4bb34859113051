using Beian.Definitions.Answers;

namespace Beian.Definitions.Packs;

/// <summary>The way from one major version to another: declared at once, or from version to version.</summary>
/// <param name="Steps">The migrations with the packs they lead to, in order; none where the versions are the same.</param>
public sealed record MigrationPath(IReadOnlyList<(DraftMigration Migration, Pack To)> Steps)
{
    /// <summary>The way among the published versions of a service; null where none is declared.</summary>
    public static MigrationPath? Find(IReadOnlyList<Pack> packs, int from, int to)
    {
        if (from == to)
            return new([]);
        // The longest steps first: a direct way was written by somebody who looked at both ends.
        foreach (var pack in packs.Where(p => p.Version.Major > from && p.Version.Major <= to).OrderByDescending(p => p.Version))
            if (pack.Migrations.FirstOrDefault(m => m.From == from) is { } migration && Find(packs, pack.Version.Major, to) is { } rest)
                return new([(migration, pack), .. rest.Steps]);
        return null;
    }

    /// <summary>What becomes of some answers along the way.</summary>
    public DraftMove Apply(AnswerSet answers)
    {
        var move = new DraftMove(answers, [], []);
        foreach (var (migration, to) in Steps)
        {
            var next = DraftMove.Of(move.Answers, migration, to);
            move = new(next.Answers, [.. move.Lost, .. next.Lost], [.. move.Blocked, .. next.Blocked]);
        }
        return move;
    }
}
