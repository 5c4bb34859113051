using System.Globalization;
using Beian.Definitions.Answers;
using Beian.Definitions.Fields;
using Beian.Definitions.Packs;
using Beian.Web.Data;

namespace Beian.Web.Features.Register.Import;

/// <summary>The numbers that a pack issues, where rows bring theirs along: the next one drawn is to be above them.</summary>
public sealed class IssuedNumbers(Pack pack)
{
    private readonly (string Field, NumberSeries Series)[] _issued =
    [
        .. pack.Form.Fields.Where(f => f.Issue is not null).Select(f => (f.Code, f.Issue!)),
    ];

    /// <summary>The counters they are drawn from.</summary>
    public IReadOnlyList<string> CounterNames { get; } =
    [.. pack.Form.Fields.Where(f => f.Issue is not null).Select(f => Counters.NameOf(pack.Code, f.Code))];

    /// <summary>What answers count in each; 0: nothing.</summary>
    public long[] Of(AnswerSet answers)
    {
        var numbers = new long[_issued.Length];
        for (var i = 0; i < numbers.Length; i++)
            numbers[i] = answers[_issued[i].Field] is { } text ? NumberIn(_issued[i].Series, text) ?? 0 : 0;
        return numbers;
    }

    /// <summary>
    /// What a number counts in its series, so that the next one drawn is above it. Numbers at the very end of the series do not count: they would use it
    /// up at once; whoever draws steps over them.
    /// </summary>
    internal static long? NumberIn(NumberSeries series, string text) =>
        text.StartsWith(series.Prefix, StringComparison.Ordinal)
        && long.TryParse(text.AsSpan(series.Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number < (long)Math.Pow(10, series.Digits) / 100 * 99
            ? number
            : null;
}
