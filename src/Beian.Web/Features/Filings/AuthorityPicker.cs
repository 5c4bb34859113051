using Beian.Definitions;
using Beian.Definitions.Codes;
using Beian.Definitions.Fields;
using Beian.Definitions.Packs;
using Beian.Web.Authorities;

namespace Beian.Web.Features.Filings;

/// <summary>The authorities a filer may choose among, as far as they answer a search: grouped by province, bounded.</summary>
/// <param name="Query">What was searched for; empty: the provincial authorities are offered.</param>
/// <param name="Chosen">The id of the one that is chosen; null for none.</param>
/// <param name="Groups">The provinces and their authorities.</param>
/// <param name="Left">How many more there are than are shown.</param>
public sealed record AuthorityPicker(string Query, string? Chosen, IReadOnlyList<IGrouping<string, Authority>> Groups, int Left)
{
    private const int Most = 60;

    /// <summary>What is said where the authority and the way of filing do not go together.</summary>
    public static LocalizedText NotOnRoute { get; } =
        new(
            "这个机关不受理所选的备案方式，请看各方式下面的说明，另选机关或者方式",
            "This authority does not take filings of that way; see the notes below each way and choose another authority or way"
        );

    /// <summary>The one authority that keeps an entry: nobody else decides on what changes it.</summary>
    public static AuthorityPicker Only(AuthorityTree tree, Authority authority) =>
        new("", authority.Id, [.. new[] { authority }.GroupBy(tree.ProvinceOf)], 0);

    /// <summary>Finds authorities by their own name or that of a division they are in charge of.</summary>
    public static AuthorityPicker Search(AuthorityTree tree, ServiceDefinition service, string? query, string? chosen)
    {
        var accepting = tree.AcceptingFor(service).ToList();
        var terms = (query ?? "")
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Take(5)
            .Select(t => PlainText.Cut(t, 40))
            .ToList();
        var found =
            terms.Count == 0
                ? accepting.Where(a => a.Level <= 1).ToList()
                :
                [
                    .. accepting
                        .Where(a => terms.All(t => tree.FullName(a.Id).Contains(t, StringComparison.OrdinalIgnoreCase)))
                        .Union(InCharge(accepting, terms)),
                ];
        if (accepting.Find(a => a.Id == chosen) is { } one && !found.Contains(one))
            found.Insert(0, one);
        var shown = found.Take(Most).GroupBy(tree.ProvinceOf).ToList();
        return new(string.Join(' ', terms), chosen, shown, Math.Max(0, found.Count - Most));
    }

    /// <summary>A division without an office of its own goes to the nearest one above it that accepts filings.</summary>
    private static IEnumerable<Authority> InCharge(IReadOnlyList<Authority> accepting, IReadOnlyList<string> terms)
    {
        var offices = accepting
            .GroupBy(a => a.Division, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        return Below("")
            .Where(d => terms.All(t => Divisions.FullName(d.Code).Contains(t, StringComparison.Ordinal)))
            .Take(Most)
            .Select(d =>
                new[] { d.Code, d.Code[..4] + "00", d.Code[..2] + "0000" }
                    .Select(offices.GetValueOrDefault)
                    .FirstOrDefault(o => o is not null)
            )
            .OfType<Authority>();

        static IEnumerable<Division> Below(string code) =>
            (code.Length == 0 ? Divisions.Provinces : Divisions.Children(code)).SelectMany(d => Below(d.Code).Prepend(d));
    }
}
