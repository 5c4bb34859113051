namespace Beian.Definitions;

/// <summary>Finds what was probably meant by a misspelt word, for messages to pack authors.</summary>
public static class Nearest
{
    // Longer words are no slips of the finger, and the comparison is quadratic.
    private const int Longest = 100;

    /// <summary>The nearest of <paramref name="known"/>; null where none is near. Equal distances go to the ordinal first.</summary>
    public static string? To(string word, IEnumerable<string> known)
    {
        if (word.Length > Longest)
            return null;

        var allowed = Math.Max(1, word.Length / 3);
        return known
            .Where(k => k.Length <= Longest && Math.Abs(k.Length - word.Length) <= allowed)
            .Select(k => (Word: k, Distance: Distance(word, k)))
            .Where(k => k.Distance <= allowed)
            .OrderBy(k => k.Distance)
            .ThenBy(k => k.Word, StringComparer.Ordinal)
            .Select(k => k.Word)
            .FirstOrDefault();
    }

    // Optimal string alignment: a swap of neighbours is one slip, a wrong case is none.
    private static int Distance(string a, string b)
    {
        var (beforeLast, last) = (new int[b.Length + 1], Enumerable.Range(0, b.Length + 1).ToArray());
        for (var i = 1; i <= a.Length; i++)
        {
            var row = new int[b.Length + 1];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var change = Same(a[i - 1], b[j - 1]) ? 0 : 1;
                row[j] = Math.Min(Math.Min(row[j - 1], last[j]) + 1, last[j - 1] + change);
                if (i > 1 && j > 1 && Same(a[i - 1], b[j - 2]) && Same(a[i - 2], b[j - 1]))
                    row[j] = Math.Min(row[j], beforeLast[j - 2] + 1);
            }
            (beforeLast, last) = (last, row);
        }
        return last[b.Length];
    }

    private static bool Same(char a, char b) => char.ToUpperInvariant(a) == char.ToUpperInvariant(b);
}
