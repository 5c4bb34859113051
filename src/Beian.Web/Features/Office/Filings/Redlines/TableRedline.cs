using Beian.Definitions.Fields;

namespace Beian.Web.Features.Office.Filings.Redlines;

/// <summary>What became of a row.</summary>
public enum RowChange
{
    Same,
    Changed,
    Added,
    Removed,
}

/// <summary>A row of either table, or of both.</summary>
public sealed record RowRedline(RowChange Change, IReadOnlyList<Redline> Cells);

/// <summary>Two tables of one field, their rows aligned: a row that stayed stands beside itself although others came before it.</summary>
public sealed record TableRedline(IReadOnlyList<string> Heads, IReadOnlyList<RowRedline> Rows, bool RowsAreNamed)
{
    public IEnumerable<IReadOnlyList<string>> Old =>
        Rows.Where(r => r.Change != RowChange.Added).Select(r => (IReadOnlyList<string>)[.. r.Cells.Select(c => c.Old)]);

    public IEnumerable<IReadOnlyList<string>> New =>
        Rows.Where(r => r.Change != RowChange.Removed).Select(r => (IReadOnlyList<string>)[.. r.Cells.Select(c => c.New)]);

    /// <summary>The rows worth showing.</summary>
    public IEnumerable<RowRedline> Changes => Rows.Where(r => r.Change != RowChange.Same);

    /// <param name="old">The rows before; null: there was no answer.</param>
    /// <param name="now">The rows now; null: there is no answer.</param>
    public static TableRedline Between(AnswerTable? old, AnswerTable? now)
    {
        var (from, to) = (old?.Rows ?? [], now?.Rows ?? []);
        var named = (now ?? old)!.RowsAreNamed;
        var likeness = Likeness(from, to, named);
        var best = Best(likeness, from.Count, to.Count);
        var rows = new List<RowRedline>();
        var (i, j) = (0, 0);
        while (i < from.Count || j < to.Count)
        {
            if (i < from.Count && j < to.Count && likeness[i, j] > 0 && Is(best[i, j], best[i + 1, j + 1] + likeness[i, j]))
                rows.Add(Both(from[i++], to[j++]));
            else if (i < from.Count && (j == to.Count || Is(best[i, j], best[i + 1, j])))
                rows.Add(new(RowChange.Removed, [.. from[i++].Select(c => Redline.Of(Mark.Deleted, c))]));
            else
                rows.Add(new(RowChange.Added, [.. to[j++].Select(c => Redline.Of(Mark.Inserted, c))]));
        }
        return new((now ?? old)!.Heads, rows, named);
    }

    private static RowRedline Both(IReadOnlyList<string> old, IReadOnlyList<string> now)
    {
        var cells = old.Zip(now, Redline.Between).ToList();
        return new(cells.TrueForAll(c => c.IsSame) ? RowChange.Same : RowChange.Changed, cells);
    }

    /// <summary>How much two rows have in common: 0, they are not the same row; 1, they are equal.</summary>
    private static double[,] Likeness(IReadOnlyList<IReadOnlyList<string>> old, IReadOnlyList<IReadOnlyList<string>> now, bool named)
    {
        var likeness = new double[old.Count, now.Count];
        for (var i = 0; i < old.Count; i++)
        for (var j = 0; j < now.Count; j++)
            likeness[i, j] = named ? (old[i][0] == now[j][0] ? 1 : 0) : Likeness(old[i], now[j]);
        return likeness;
    }

    private static double Likeness(IReadOnlyList<string> old, IReadOnlyList<string> now)
    {
        var filled = old.Zip(now).Count(c => c.First.Length > 0 || c.Second.Length > 0);
        var equal = old.Zip(now).Count(c => c.First.Length > 0 && c.First == c.Second);
        if (filled == 0)
            return 1;
        // Rows without anything in common are a removed and an added one, unless there is one cell to judge by only.
        return filled == equal ? 1
            : equal * 3 >= filled ? 0.1 + 0.8 * equal / filled
            : 0;
    }

    /// <summary>The best sum of likenesses that rows from each pair of places to the ends can have, in their order.</summary>
    private static double[,] Best(double[,] likeness, int from, int to)
    {
        var best = new double[from + 1, to + 1];
        for (var i = from - 1; i >= 0; i--)
        for (var j = to - 1; j >= 0; j--)
            best[i, j] = Math.Max(likeness[i, j] > 0 ? best[i + 1, j + 1] + likeness[i, j] : 0, Math.Max(best[i + 1, j], best[i, j + 1]));
        return best;
    }

    private static bool Is(double one, double other) => Math.Abs(one - other) < 1e-9;
}
