namespace Beian.Web.Features.Office.Filings.Redlines;

/// <summary>
/// What was deleted from a text and inserted into it. The pieces without the inserted ones are the old text, without the deleted
/// ones the new text.
/// </summary>
public sealed record Redline(IReadOnlyList<Piece> Pieces)
{
    // Texts of a form are far shorter; of two longer ones the middle is told as replaced.
    private const int MostComparisons = 1_000_000;

    public string Old => Text(Mark.Inserted);

    public string New => Text(Mark.Deleted);

    public bool IsSame => Pieces.All(p => p.Mark == Mark.Same);

    /// <summary>Compares two texts by words: a run of Latin letters and digits, or one character of any other kind.</summary>
    public static Redline Between(string old, string now)
    {
        var (from, to) = (Words.Of(old), Words.Of(now));
        var head = 0;
        while (head < from.Count && head < to.Count && from[head] == to[head])
            head++;
        var tail = 0;
        while (tail < from.Count - head && tail < to.Count - head && from[^(tail + 1)] == to[^(tail + 1)])
            tail++;
        var pieces = new List<Piece> { new(Mark.Same, string.Concat(from.Take(head))) };
        pieces.AddRange(Readable(Middle([.. from.Skip(head).SkipLast(tail)], [.. to.Skip(head).SkipLast(tail)])));
        pieces.Add(new(Mark.Same, string.Concat(from.TakeLast(tail))));
        return new(Join(pieces));
    }

    /// <summary>A text that was not there before, or is no more.</summary>
    public static Redline Of(Mark mark, string text) => new(text.Length > 0 ? [new(mark, text)] : []);

    private string Text(Mark without) => string.Concat(Pieces.Where(p => p.Mark != without).Select(p => p.Text));

    private static List<Piece> Middle(string[] old, string[] now)
    {
        if ((long)old.Length * now.Length > MostComparisons)
            return Replaced(old, now);
        var lengths = CommonLengths(old, now);
        var pieces = new List<Piece>();
        var (i, j) = (0, 0);
        while (i < old.Length && j < now.Length)
        {
            if (old[i] == now[j])
            {
                pieces.Add(new(Mark.Same, old[i++]));
                j++;
            }
            else if (lengths[i + 1, j] >= lengths[i, j + 1])
                pieces.Add(new(Mark.Deleted, old[i++]));
            else
                pieces.Add(new(Mark.Inserted, now[j++]));
        }
        pieces.AddRange(old.Skip(i).Select(w => new Piece(Mark.Deleted, w)));
        pieces.AddRange(now.Skip(j).Select(w => new Piece(Mark.Inserted, w)));
        // Two texts with little in common are read more easily one after the other than through each other.
        return lengths[0, 0] * 4 < Math.Max(old.Length, now.Length) ? Replaced(old, now) : pieces;
    }

    private static List<Piece> Replaced(string[] old, string[] now) =>
        [new(Mark.Deleted, string.Concat(old)), new(Mark.Inserted, string.Concat(now))];

    /// <summary>The length of the longest common subsequence from each pair of places to the ends.</summary>
    private static int[,] CommonLengths(string[] old, string[] now)
    {
        var lengths = new int[old.Length + 1, now.Length + 1];
        for (var i = old.Length - 1; i >= 0; i--)
        for (var j = now.Length - 1; j >= 0; j--)
            lengths[i, j] = old[i] == now[j] ? lengths[i + 1, j + 1] + 1 : Math.Max(lengths[i + 1, j], lengths[i, j + 1]);
        return lengths;
    }

    /// <summary>A single character that stayed between two changes belongs to the change.</summary>
    private static IEnumerable<Piece> Readable(List<Piece> pieces)
    {
        var joined = Join(pieces);
        for (var i = 0; i < joined.Count; i++)
        {
            var piece = joined[i];
            if (piece is { Mark: Mark.Same, Text.Length: 1 } && i > 0 && i < joined.Count - 1)
            {
                yield return piece with
                {
                    Mark = Mark.Deleted,
                };
                yield return piece with
                {
                    Mark = Mark.Inserted,
                };
            }
            else
                yield return piece;
        }
    }

    /// <summary>Neighbours of a kind become one piece; what is deleted stands before what is inserted in its place.</summary>
    private static List<Piece> Join(IReadOnlyList<Piece> pieces)
    {
        var joined = new List<Piece>();
        var (same, deleted, inserted) = ("", "", "");
        foreach (var (mark, text) in pieces)
        {
            if (text.Length == 0)
                continue;
            if (mark == Mark.Same)
            {
                FlushChange();
                same += text;
                continue;
            }
            FlushSame();
            (deleted, inserted) = mark == Mark.Deleted ? (deleted + text, inserted) : (deleted, inserted + text);
        }
        FlushSame();
        FlushChange();
        return joined;

        void FlushSame()
        {
            if (same.Length > 0)
                joined.Add(new(Mark.Same, same));
            same = "";
        }

        void FlushChange()
        {
            if (deleted.Length > 0)
                joined.Add(new(Mark.Deleted, deleted));
            if (inserted.Length > 0)
                joined.Add(new(Mark.Inserted, inserted));
            (deleted, inserted) = ("", "");
        }
    }
}
