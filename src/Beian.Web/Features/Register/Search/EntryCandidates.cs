using Beian.Definitions.Codes;
using Beian.Web.Data;
using Beian.Web.Features.Filings;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Register.Search;

/// <summary>
/// Which entries a text of an officer can mean at all. A list that is narrowed down by a part of a name or a whole code looks at these
/// alone and judges each itself, instead of reading the whole register for a name that three entries have.
/// </summary>
public sealed class EntryCandidates(AppDb db, RegisterSearch search)
{
    /// <summary>Of more entries a page is full before many others are read, so reading them in order is quicker than looking each up.</summary>
    public const int Most = 5000;

    // No key that the search's codes leave out is shorter than an organisation code.
    private const int ShortestKey = 9;

    /// <summary>
    /// The ids of all entries whose name holds the text, or whose number, code or key it is, with others among them.
    /// Null where they are too many or no index tells all of them: then all entries are to be looked at.
    /// </summary>
    /// <param name="services">Of which services.</param>
    /// <param name="text">As typed, in NFKC.</param>
    /// <param name="wholes">Whether none is asked for by the beginning of its key, the code of an enterprise that has several entries.</param>
    public async Task<long[]?> FindAsync(IReadOnlyCollection<string> services, string text, bool wholes, CancellationToken stop)
    {
        var terms = SearchText.Terms(text).Take(SearchQuery.MostTerms).ToList();
        if (terms.Count == 0)
            return null;
        var ids = new HashSet<long>();
        var code = SearchText.Code(text);
        var key = Subject.KeyOf(code);
        if (code.Length > 0)
            foreach (var service in services)
            {
                ids.UnionWith(await search.FindCodedAsync(service, code, stop));
                if (key != code)
                    ids.UnionWith(await search.FindCodedAsync(service, key, stop));
            }
        if (!wholes && MayBeKeyOnly(code, isCode: ids.Count > 0))
            return null;
        foreach (var service in services)
        {
            var named = await search.FindNamedAsync(service, terms, Most + 1, stop);
            ids.UnionWith(named);
            if (named.Count > Most || ids.Count > Most)
                return null;
        }
        ids.UnionWith(await ByKeyOrNumberAsync(services, text.ToUpperInvariant(), key, stop));
        return [.. ids];
    }

    /// <summary>
    /// No index finds a key by its beginning. Mostly that is one of the codes the search knows; it is not where the entry has
    /// a unified social credit code and its organisation code is typed, or where a registration number is all there is.
    /// </summary>
    private static bool MayBeKeyOnly(string code, bool isCode) =>
        code.Length >= ShortestKey
        && code.Any(char.IsAsciiDigit)
        && Uscc.Check(code) is not null
        && (!isCode || OrgCode.Check(code) is null);

    private Task<List<long>> ByKeyOrNumberAsync(IReadOnlyCollection<string> services, string typed, string key, CancellationToken stop)
    {
        // The key of what was typed as it is: a foreign registration number may have signs in it.
        var whole = Subject.KeyOf(typed);
        var entries = db.RegisterEntries.Where(e => services.Contains(e.Service));
        var keyed = entries.Where(e => e.CodeKey == whole || e.CodeKey == key);
        // Those that hold and those that hold no longer are in an index each.
        return keyed
            .Where(e => e.State == EntryState.Valid)
            .Select(e => e.Id)
            .Union(keyed.Where(e => e.State != EntryState.Valid).Select(e => e.Id))
            .Union(entries.Where(e => e.Number == typed).Select(e => e.Id))
            .ToListAsync(stop);
    }
}
