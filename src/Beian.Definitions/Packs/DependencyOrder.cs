namespace Beian.Definitions.Packs;

/// <summary>Orders things so that each comes after those it uses.</summary>
/// <param name="Ordered">Everything once; among equals in the order given.</param>
/// <param name="Cycles">The circles found, each as the names along it, the first again at the end.</param>
internal sealed record DependencyOrder(IReadOnlyList<string> Ordered, IReadOnlyList<IReadOnlyList<string>> Cycles)
{
    /// <summary>Orders <paramref name="all"/>; what a thing uses that is not among them does not count.</summary>
    public static DependencyOrder Of(IReadOnlyList<string> all, Func<string, IEnumerable<string>> uses)
    {
        var known = all.ToHashSet(StringComparer.Ordinal);
        var ordered = new List<string>();
        var cycles = new List<IReadOnlyList<string>>();
        var done = new HashSet<string>(StringComparer.Ordinal);
        var path = new List<string>();
        foreach (var name in all)
            Visit(name);
        return new(ordered, cycles);

        void Visit(string name)
        {
            if (done.Contains(name))
                return;
            if (path.IndexOf(name) is >= 0 and var start)
            {
                cycles.Add([.. path[start..], name]);
                return;
            }
            path.Add(name);
            foreach (var used in uses(name).Where(known.Contains).Distinct(StringComparer.Ordinal))
                Visit(used);
            path.RemoveAt(path.Count - 1);
            if (done.Add(name))
                ordered.Add(name);
        }
    }
}
