using System.Globalization;
using System.Text;
using Beian.Web.Data;

namespace Beian.Web.Features.Register.Search;

/// <summary>The statements of the search in which the two databases differ: a list of ids, and where a text holds another.</summary>
internal static class SearchSql
{
    /// <summary>Names of the terms' parameters; a query has no more of them.</summary>
    public static readonly string[] TermNames =
    [
        .. Enumerable.Range(0, SearchQuery.MostTerms).Select(i => "t" + i.ToString(CultureInfo.InvariantCulture)),
    ];

    private const string Between = "entry_id BETWEEN @low AND @high";

    private static readonly string[] SqliteVerify = VerifyAll(DatabaseProvider.Sqlite, In(DatabaseProvider.Sqlite));
    private static readonly string[] PostgresVerify = VerifyAll(DatabaseProvider.Postgres, In(DatabaseProvider.Postgres));
    private static readonly string[] SqliteVerifyStretch = VerifyAll(DatabaseProvider.Sqlite, Between);
    private static readonly string[] PostgresVerifyStretch = VerifyAll(DatabaseProvider.Postgres, Between);
    private static readonly string SqliteItems = $"SELECT entry_id, item FROM search_entries WHERE {In(DatabaseProvider.Sqlite)}";
    private static readonly string PostgresItems = $"SELECT entry_id, item FROM search_entries WHERE {In(DatabaseProvider.Postgres)}";

    /// <summary>Which of the ids have names with all terms.</summary>
    public static string Verify(DatabaseProvider provider, int terms) =>
        (provider == DatabaseProvider.Sqlite ? SqliteVerify : PostgresVerify)[terms];

    /// <summary>Which entries of a stretch of ids (<c>low</c>, <c>high</c>) have names with all terms.</summary>
    public static string VerifyStretch(DatabaseProvider provider, int terms) =>
        (provider == DatabaseProvider.Sqlite ? SqliteVerifyStretch : PostgresVerifyStretch)[terms];

    /// <summary>
    /// Where as many ids of a stretch as one of these are asked for, reading through all of it costs no more than looking each up.
    /// </summary>
    public static int StretchForId(DatabaseProvider provider) => provider == DatabaseProvider.Sqlite ? 3 : 6;

    /// <summary>The lines of the ids.</summary>
    public static string Items(DatabaseProvider provider) => provider == DatabaseProvider.Sqlite ? SqliteItems : PostgresItems;

    /// <summary>The list of ids as the parameter of <see cref="Verify"/> and <see cref="Items"/>.</summary>
    public static (string Name, object Value) Ids(DatabaseProvider provider, List<long> ids)
    {
        if (provider == DatabaseProvider.Postgres)
            return ("ids", ids.ToArray());
        var json = new StringBuilder(ids.Count * 8).Append('[');
        foreach (var id in ids)
            json.Append(id).Append(',');
        json[^1] = ']';
        return ("ids", json.ToString());
    }

    private static string In(DatabaseProvider provider) =>
        provider == DatabaseProvider.Sqlite ? "entry_id IN (SELECT value FROM json_each(@ids))" : "entry_id = ANY (@ids)";

    private static string[] VerifyAll(DatabaseProvider provider, string which)
    {
        var find = provider == DatabaseProvider.Sqlite ? "instr" : "strpos";
        return
        [
            .. Enumerable
                .Range(0, TermNames.Length + 1)
                .Select(n =>
                    $"SELECT entry_id FROM search_entries WHERE {which}"
                    + string.Concat(TermNames.Take(n).Select(t => $" AND {find}(names, @{t}) > 0"))
                ),
        ];
    }
}
