using System.Collections.Concurrent;

namespace Beian.Web.Features.Register.Import;

/// <summary>What was found out about texts that come again in row after row: offices, days, states. It holds a bounded number of them.</summary>
internal sealed class Memory<T>(Func<string, T> find)
{
    private const int Most = 20_000;
    private const int Longest = 100; // characters

    private readonly ConcurrentDictionary<string, T> _known = new();

    public T Of(string text)
    {
        if (_known.TryGetValue(text, out var found))
            return found;
        found = find(text);
        if (_known.Count < Most && text.Length <= Longest)
            _known[text] = found;
        return found;
    }
}
