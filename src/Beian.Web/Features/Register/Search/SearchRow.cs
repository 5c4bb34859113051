using Beian.Definitions.Answers;
using Beian.Definitions.Packs;
using Beian.Web.Web;

namespace Beian.Web.Features.Register.Search;

/// <summary>What the search keeps of an entry.</summary>
/// <param name="Names">Its normalised names, one a line; old names are further lines.</param>
/// <param name="Codes">Its normalised codes.</param>
/// <param name="Item">JSON of its line in a list, in UTF-8: no page of results opens the entries themselves.</param>
public sealed record SearchRow(string Names, IReadOnlyList<string> Codes, byte[] Item)
{
    /// <summary>The row of an entry under the pack in force.</summary>
    /// <param name="former">The public answers of its former versions, by which it is found still.</param>
    public static SearchRow Of(RegisterEntry entry, Pack pack, IReadOnlyList<AnswerSet> former, SearchItemWriter items) =>
        Of(
            items,
            pack,
            entry.Number,
            entry.Code,
            entry.Name,
            AnswerSet.FromJson(entry.PublicAnswers),
            entry.AuthorityId,
            entry.State,
            ChinaTime.DateAt(entry.FirstApprovedAt),
            ChinaTime.DateAt(entry.ApprovedAt),
            former
        );

    /// <summary>The row of an entry that is known by its parts only.</summary>
    public static SearchRow Of(
        SearchItemWriter items,
        Pack pack,
        string number,
        string code,
        string name,
        AnswerSet answers,
        string authorityId,
        EntryState state,
        DateOnly firstApproved,
        DateOnly approved,
        IReadOnlyList<AnswerSet>? former = null
    )
    {
        var register = pack.Register;
        var (names, codes) = (new List<string>(2), new List<string>(4));
        Add(names, name, SearchText.Normalise);
        Add(names, answers, register.Names, SearchText.Normalise);
        Add(codes, number, SearchText.Code);
        Add(codes, code, SearchText.Code);
        Add(codes, answers, register.Codes, SearchText.Code);
        foreach (var before in former ?? [])
        {
            Add(names, before, register.Names, SearchText.Normalise);
            Add(codes, before, [.. register.Codes, register.NumberField, register.CodeField], SearchText.Code);
        }
        return new(string.Join('\n', names), codes, items.TextOf(number, authorityId, state, firstApproved, approved, pack, answers));
    }

    /// <summary>Adds what fields say, in the form in which it is compared; the same thing once.</summary>
    private static void Add(List<string> texts, AnswerSet answers, IReadOnlyList<string> fields, Func<string, string> form)
    {
        for (var i = 0; i < fields.Count; i++)
            Add(texts, answers[fields[i]] ?? "", form);
    }

    private static void Add(List<string> texts, string text, Func<string, string> form)
    {
        if (text.Length > 0 && form(text) is { Length: > 0 } formed && !texts.Contains(formed))
            texts.Add(formed);
    }
}
