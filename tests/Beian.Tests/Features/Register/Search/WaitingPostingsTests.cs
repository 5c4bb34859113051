using Beian.Web.Features.Register.Search;
using Xunit;

namespace Beian.Tests.Features.Register.Search;

public sealed class WaitingPostingsTests
{
    [Fact]
    public void InOrder_NamesOfAllKinds_HasEachIdOnceUnderEachGram()
    {
        var waiting = new WaitingPostings();
        // Twice, for its room is used again.
        foreach (var names in new[] { Names(1, 3_000), Names(2, 500) })
        {
            var expected = new SortedDictionary<long, List<long>>();
            var grams = new List<long>();
            foreach (var (id, name) in names)
            {
                foreach (var gram in Gram.AllOf(7, name))
                    if (!expected.TryAdd(gram, [id]))
                        expected[gram].Add(id);
                grams.Clear();
                Gram.AddEachOf(7, name, grams);
                waiting.Note(id, grams);
            }
            var there = waiting.InOrder().Select(g => (g.Gram, Ids: IdsOf(g.Ids))).ToList();
            Assert.Equal(expected.Keys, there.Select(g => g.Gram));
            Assert.All(there, g => Assert.Equal(expected[g.Gram], g.Ids));
            waiting.Clear();
            Assert.Empty(waiting.InOrder());
        }
    }

    [Fact]
    public void PlaceOf_GramsOfManyNames_HasRoomForEachAlone()
    {
        var grams = Names(3, 2_000).SelectMany(n => Gram.AllOf(7, n.Name)).Distinct().Select(Gram.PlaceOf).Where(p => p >= 0).ToList();
        // Seven ASCII characters alone, in pairs and in threes, and three others alone.
        Assert.Equal(7 + 7 * 7 + 7 * 7 * 7 + 3, grams.Count);
        Assert.Equal(grams.Count, grams.Distinct().Count());
        Assert.All(grams, p => Assert.InRange(p, 0, Gram.MostPlaces - 1));
    }

    private static List<long> IdsOf(WaitingPostings.Ids ids)
    {
        var all = new List<long> { ids.First };
        PostingBlock.Decode(ids.Later, ids.First, all);
        return all;
    }

    private static List<(long Id, string Name)> Names(int seed, int count)
    {
        var random = new Random(seed);
        string[] characters = ["a", "b", "z", "0", "9", "&", "~", " ", "é", "深", "圳", "华", "𠮷"];
        var id = 0L;
        return
        [
            .. Enumerable
                .Range(0, count)
                .Select(_ => (id += random.Next(1, 300), string.Concat(random.GetItems(characters, random.Next(1, 12))))),
        ];
    }
}
