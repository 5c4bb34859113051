using System.Text;

namespace Beian.Web.Features.Register.Search;

/// <summary>
/// One or two neighbouring characters of a name in a service's register, as one number: 21 bits for the service, 21 for each
/// character. A number needs no collation, so that both databases order and compare alike.
/// </summary>
public static class Gram
{
    /// <summary>All grams of normalised names (one a line): its characters and its pairs, without spaces.</summary>
    public static SortedSet<long> AllOf(long serviceId, string names)
    {
        var grams = new SortedSet<long>();
        var before = default(Rune);
        foreach (var rune in names.EnumerateRunes())
        {
            if (IsWord(rune))
            {
                grams.Add(Of(serviceId, rune, default));
                if (IsWord(before))
                    grams.Add(Of(serviceId, before, rune));
            }
            before = rune;
        }
        return grams;
    }

    /// <summary>Adds the grams that a name with this term must have: the character itself, or every pair.</summary>
    public static void AddOf(long serviceId, string term, List<long> grams)
    {
        var before = default(Rune);
        var count = 0;
        foreach (var rune in term.EnumerateRunes())
        {
            if (count++ > 0)
                Add(Of(serviceId, before, rune));
            before = rune;
        }
        if (count == 1)
            Add(Of(serviceId, before, default));

        void Add(long gram)
        {
            if (!grams.Contains(gram))
                grams.Add(gram);
        }
    }

    private static bool IsWord(Rune rune) => rune.Value > ' ';

    private static long Of(long serviceId, Rune first, Rune second) => serviceId << 42 | (long)first.Value << 21 | (long)second.Value;
}
