using System.Text;

namespace Beian.Web.Features.Register.Search;

/// <summary>
/// Neighbouring characters of a name in a service's register, as one number: one character, two, or three where all three are
/// ASCII. Two letters stand in nearly every English name, three tell names apart as two Chinese characters do. 21 bits are the
/// service's, 21 each character's; three letters share the last 21 behind a mark that is no character. A number needs no
/// collation, so that both databases order and compare alike.
/// </summary>
public static class Gram
{
    private const long Character = 0x1F_FFFF;
    private const long Three = Character;

    /// <summary>All grams of normalised names (one a line), without spaces, in ascending order, each once.</summary>
    public static long[] AllOf(long serviceId, string names)
    {
        var grams = new List<long>(names.Length * 3);
        AddEachOf(serviceId, names, grams);
        grams.Sort();
        return [.. grams.Distinct()];
    }

    /// <summary>Adds the same as they come, the more frequent ones several times.</summary>
    public static void AddEachOf(long serviceId, string names, List<long> grams)
    {
        var (first, second) = (default(Rune), default(Rune));
        foreach (var third in names.EnumerateRunes())
        {
            if (IsWord(third))
            {
                grams.Add(Of(serviceId, third, default));
                if (IsWord(second))
                    grams.Add(Of(serviceId, second, third));
                if (AreThree(first, second, third))
                    grams.Add(Of(serviceId, first, second, third));
            }
            (first, second) = (second, third);
        }
    }

    /// <summary>
    /// A number below <see cref="MostPlaces"/> for a gram of ASCII characters or of a single common one, as most are, whatever its service; -1 for any other.
    /// </summary>
    public static int PlaceOf(long gram)
    {
        var (first, second) = (gram >> 21 & Character, gram & Character);
        if (first == Three)
            return (int)second;
        if (second == 0)
            return first < 1 << 16 ? (1 << 21) + (int)first : -1;
        return (first | second) < 128 ? (1 << 21) + (1 << 16) + (int)(first << 7 | second) : -1;
    }

    /// <summary>How many numbers <see cref="PlaceOf"/> has: for three ASCII characters, for one of the first 65,536, for two ASCII characters.</summary>
    public const int MostPlaces = (1 << 21) + (1 << 16) + (1 << 14);

    /// <summary>Adds the grams that a name with this term must have, without those that others of them imply.</summary>
    public static void AddOf(long serviceId, string term, List<long> grams)
    {
        Span<Rune> runes = stackalloc Rune[term.Length];
        var count = 0;
        foreach (var rune in term.EnumerateRunes())
            runes[count++] = rune;
        if (count == 1)
            Add(Of(serviceId, runes[0], default));
        for (var i = 0; i + 1 < count; i++)
        {
            var three = i + 2 < count && AreThree(runes[i], runes[i + 1], runes[i + 2]);
            if (three)
                Add(Of(serviceId, runes[i], runes[i + 1], runes[i + 2]));
            else if (i == 0 || !AreThree(runes[i - 1], runes[i], runes[i + 1]))
                Add(Of(serviceId, runes[i], runes[i + 1]));
        }

        void Add(long gram)
        {
            if (!grams.Contains(gram))
                grams.Add(gram);
        }
    }

    private static bool IsWord(Rune rune) => rune.Value > ' ';

    private static bool AreThree(Rune first, Rune second, Rune third) =>
        IsWord(first) && IsWord(second) && IsWord(third) && first.IsAscii && second.IsAscii && third.IsAscii;

    private static long Of(long serviceId, Rune first, Rune second) => Of(serviceId, first.Value, second.Value);

    private static long Of(long serviceId, Rune first, Rune second, Rune third) =>
        Of(serviceId, Three, first.Value << 14 | second.Value << 7 | third.Value);

    private static long Of(long serviceId, long first, long second) => serviceId << 42 | first << 21 | second;
}
