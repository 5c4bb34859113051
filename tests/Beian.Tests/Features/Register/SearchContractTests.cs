using Beian.Bench;
using Beian.Tests.Support;
using Beian.Web.Catalogue;
using Beian.Web.Data;
using Beian.Web.Features.Register.Search;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Beian.Tests.Features.Register;

/// <summary>
/// Whatever is asked, the search finds what a walk through all names finds, in the same order, on both databases.
/// </summary>
public abstract class SearchContractTests<TSite>(TSite site) : SiteTests<TSite>(site)
    where TSite : TestSite
{
    private const string Service = "foreign-trade-operator";
    private const int Bulk = 6000;
    private const int Queries = 2000;

    [Fact]
    public async Task FindAsync_RandomQueries_EqualsNaiveWalk()
    {
        var names = await PlantAsync();
        var random = new Random(20261121);
        var search = Site.Services.GetRequiredService<RegisterSearch>();
        var found = 0;
        for (var i = 0; i < Queries; i++)
        {
            var text = RandomQuery(random, names);
            var (query, problem) = SearchQuery.Parse(text, null, random.Next(4) == 0 ? $"{random.Next(1, names.Count + 10)}" : null);
            if (problem is not null || query.IsEmpty)
                continue;
            var result = await search.FindAsync(Service, query with { NameAsCode = null }, Stop);

            var all = names.Where(n => query.Terms.All(t => n.Value.Contains(t, StringComparison.Ordinal))).Select(n => n.Key).ToList();
            var older = all.Where(id => id < (query.Before ?? long.MaxValue)).OrderDescending().ToList();
            var page = older.Take(RegisterSearch.PageSize).ToList();
            Assert.True(page.SequenceEqual(result.Items.Select(r => r.Id)), $"“{text}” before {query.Before}");
            Assert.Equal((Math.Min(all.Count, RegisterSearch.Cap), all.Count > RegisterSearch.Cap), (result.Total, result.TotalIsCapped));
            Assert.Equal(older.Count > page.Count ? page[^1] : null, result.Next);
            found += page.Count > 0 ? 1 : 0;
        }
        Assert.InRange(found, Queries / 3, Queries);
    }

    /// <summary>Thousands in bulk, then some one by one as approvals do, some of them renamed. Id → normalised names.</summary>
    private async Task<Dictionary<long, string>> PlantAsync()
    {
        var database = Site.Services.GetRequiredService<Database>();
        var pack = Site.Services.GetRequiredService<Catalogue>()[Service];
        await new RegisterLoader(database, pack, "A110000").LoadAsync(Bulk, Stop);
        var names = new Dictionary<long, string>();
        for (var i = 0; i < Bulk; i++)
            names[i + 1] = NamesOf(SyntheticEntry.At(i).Name, SyntheticEntry.At(i).NameEn);

        await using var connection = database.Connect();
        await connection.OpenAsync(Stop);
        await using var transaction = await connection.BeginTransactionAsync(Stop);
        var index = new SearchIndex(database.Provider, transaction);
        await index.LockAsync(Stop);
        var random = new Random(7);
        for (var i = 0; i < 250; i++)
        {
            // New ones at the end, and old ones renamed in the middle of their blocks.
            var id = i % 2 == 0 ? random.Next(1, Bulk) : Bulk + 1 + i / 2;
            var name = i < Odd.Length ? Odd[i] : Odd[random.Next(Odd.Length)] + SyntheticEntry.At(Bulk + i).Name;
            if (id > Bulk)
                await CloneEntryAsync(transaction, id);
            var text = NamesOf(name, $"Renamed {i} Ltd.");
            await index.PutAsync(id, Service, new SearchRow(text, [], "{\"fields\":{}}"u8.ToArray()), Stop);
            names[id] = text;
        }
        await transaction.CommitAsync(Stop);
        return names;
    }

    private static readonly string[] Odd =
    [
        "𠮷㛃示例（中国）有限公司",
        "龘喆䶮㛃贸易",
        "100%棉_制品 'Q' \"R\" \\S 有限公司",
        "ＡＢＣ　Ｔｒａｄｉｎｇ　［华东］",
        "【北京】甲·乙—丙贸易",
        "Straße ÉCOLE İstanbul ﬁne",
        "a",
        "海",
        "x%y_z",
        "--'; DROP TABLE search_entries; --",
    ];

    private static string NamesOf(params string[] names) => string.Join('\n', names.Select(SearchText.Normalise));

    private static async Task CloneEntryAsync(System.Data.Common.DbTransaction transaction, long id)
    {
        await using var command = transaction.Connection!.CreateCommand();
        command.Transaction = transaction;
        command.CommandText =
            "INSERT INTO register_entries (id, public_id, service, definition_version, number, code, code_key, name, public_answers, "
            + "authority_id, state, filing_id, revision, version, first_approved_at, approved_at) SELECT @id, @key, service, definition_version, "
            + "@number, code, @number, name, public_answers, authority_id, state, filing_id, revision, version, first_approved_at, approved_at "
            + "FROM register_entries WHERE id = 1";
        command.Add("id", id);
        command.Add("key", Guid.CreateVersion7());
        command.Add("number", $"N{id}");
        await command.ExecuteNonQueryAsync(Stop);
    }

    /// <summary>Pieces of 1 to 8 characters of real names, one to three of them, some broken, some of characters nobody has.</summary>
    private static string RandomQuery(Random random, Dictionary<long, string> names)
    {
        var terms = Enumerable
            .Range(0, random.Next(10) < 6 ? 1 : random.Next(2, 4))
            .Select(_ =>
            {
                var name = names[1 + random.Next(names.Count - 1)];
                var runes = name.EnumerateRunes().ToArray();
                var length = Math.Min(runes.Length, random.Next(1, 9));
                var start = random.Next(runes.Length - length + 1);
                var piece = string.Concat(runes.Skip(start).Take(length)).Replace('\n', ' ');
                return random.Next(12) switch
                {
                    0 => piece.ToUpperInvariant(),
                    1 => piece + Odd[random.Next(Odd.Length)][0],
                    2 => "%_'\"\\(（"[random.Next(7)] + piece,
                    3 => new string([.. piece.Reverse()]),
                    _ => piece,
                };
            });
        return string.Join(random.Next(2) == 0 ? " " : "　", terms);
    }
}

public sealed class SearchContractOnSqliteTests(SqliteSite site) : SearchContractTests<SqliteSite>(site);

public sealed class SearchContractOnPostgresTests(PostgresSite site) : SearchContractTests<PostgresSite>(site);
