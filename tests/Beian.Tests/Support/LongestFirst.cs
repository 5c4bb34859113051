using Beian.Tests.Support;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(LongestFirst))]

namespace Beian.Tests.Support;

/// <summary>Begins with the tests that take minutes, so that at the end no core waits for one of them. No test needs the order.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] _long = [".Crash.", ".Browser.", ".Robustness."];

    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection => [.. testCollections.OrderBy(c => Rank(c.TestCollectionDisplayName))];

    private static int Rank(string collection)
    {
        var rank = Array.FindIndex(_long, l => collection.Contains(l, StringComparison.Ordinal));
        return rank < 0 ? _long.Length : rank;
    }
}
