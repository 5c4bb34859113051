using System.Globalization;
using Beian.Definitions.Fields;
using Beian.Definitions.Packs;

namespace Beian.Web.Features.Services;

/// <summary>Laws found by words: every word stands in the title or the text, whatever its case and width.</summary>
/// <param name="Query">The words, tidied; empty: all laws are found.</param>
/// <param name="State">The state asked for; null: any.</param>
/// <param name="Hits">What was found, newest first.</param>
public sealed record LawSearch(string Query, LawState? State, IReadOnlyList<LawHit> Hits)
{
    private const int MostTerms = 5;
    private const int LongestTerm = 40;
    private const CompareOptions Loosely = CompareOptions.IgnoreCase | CompareOptions.IgnoreWidth;

    /// <summary>Finds laws.</summary>
    /// <param name="query">Words, as typed.</param>
    /// <param name="state">A state's code; anything else: any state.</param>
    /// <param name="today">The day the states are of.</param>
    public static LawSearch Find(IReadOnlyList<Law> laws, string? query, string? state, DateOnly today)
    {
        var terms = (query ?? "")
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Take(MostTerms)
            .Select(t => PlainText.Cut(t, LongestTerm))
            .ToList();
        var wanted = Enum.GetValues<LawState>().Where(s => s.Code == state).Select(s => (LawState?)s).FirstOrDefault();
        var hits = laws.Where(l => wanted is null || l.StateOn(today) == wanted)
            .OrderByDescending(l => l.EffectiveFrom)
            .Select(l => (Law: l, Text: LawText.Plain(l.Markdown)))
            .Where(l => terms.TrueForAll(t => Stands(t, l.Law.Title.Zh) || Stands(t, l.Law.Title.En) || Stands(t, l.Text)))
            .Select(l => new LawHit(l.Law, l.Law.StateOn(today), Excerpt.Of(l.Text, terms, Place)));
        return new(string.Join(' ', terms), wanted, [.. hits]);
    }

    private static bool Stands(string term, string text) => Place(term, text) is not null;

    /// <summary>Where a word first stands in a text.</summary>
    private static (int Start, int Length)? Place(string term, string text)
    {
        var start = CultureInfo.InvariantCulture.CompareInfo.IndexOf(text.AsSpan(), term.AsSpan(), Loosely, out var length);
        return start >= 0 && length > 0 ? (start, length) : null;
    }
}

/// <summary>A law that was found.</summary>
/// <param name="Excerpt">Where the words stand in its text; null where they stand in the title alone or none were asked for.</param>
public sealed record LawHit(Law Law, LawState State, Excerpt? Excerpt);

/// <summary>A piece of a text around a word that was looked for.</summary>
public sealed record Excerpt(string Before, string Word, string After)
{
    private const int Around = 40;

    /// <summary>The piece around the first of the words that stands in the text; null where none does.</summary>
    public static Excerpt? Of(string text, IEnumerable<string> words, Func<string, string, (int Start, int Length)?> place)
    {
        if (words.Select(w => place(w, text)).FirstOrDefault(p => p is not null) is not { } found)
            return null;
        var (start, length) = found;
        var end = start + length;
        var from = Math.Max(0, start - Around);
        var to = Math.Min(text.Length, end + Around);
        return new((from > 0 ? "…" : "") + text[from..start], text[start..end], text[end..to] + (to < text.Length ? "…" : ""));
    }
}
