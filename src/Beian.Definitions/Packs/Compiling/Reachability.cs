using Beian.Definitions.Expressions;

namespace Beian.Definitions.Packs.Compiling;

/// <summary>
/// Whether something can ever apply, as far as it can be proved: all combinations of what choices, routes, kinds of filing and
/// yes-or-no answers can be are tried; everything else may be anything. An answer is there only where its own field applies.
/// </summary>
internal sealed class Reachability
{
    // Enough for three choices of sixteen; beyond, the longest lists count as unknown.
    private const int MostCombinations = 4096;

    private readonly ExpressionScope _scope;
    private readonly Dictionary<string, Expression[]> _conditions = new(StringComparer.Ordinal);
    private readonly HashSet<string> _never = new(StringComparer.Ordinal);

    private Reachability(ExpressionScope scope) => _scope = scope;

    /// <summary>What is known of the fields of a form without circles.</summary>
    public static Reachability Of(FormDefinition form, ExpressionScope scope)
    {
        var reachability = new Reachability(scope);
        foreach (var (section, field) in form.Order.Fields)
        {
            Expression[] conditions = [.. new[] { section.Relevant, field.Relevant }.OfType<Expression>()];
            if (!reachability.CanHold(conditions))
                reachability._never.Add(field.Code);
            reachability._conditions[field.Code] = conditions;
        }
        return reachability;
    }

    /// <summary>Whether what a map defines can apply under all of some conditions; a fault at its <c>relevant</c> where not.</summary>
    /// <param name="conditions">From the outermost to its own.</param>
    public bool ReportUnlessReachable(MapReader map, string code, params Expression?[] conditions)
    {
        // What surrounds it has been reported already.
        if (conditions[^1] is not { } own || CanHold([.. conditions.OfType<Expression>()]))
            return true;
        map.Add(
            map.Node["relevant"] ?? map.Node,
            conditions.Length == 1 || !CanHold([own])
                ? new($"“{code}”永远不会出现：relevant 不可能成立。", $"“{code}” can never appear: its “relevant” cannot be true.")
                : new(
                    $"“{code}”永远不会出现：relevant 和它所在部分的 relevant 不可能同时成立。",
                    $"“{code}” can never appear: its “relevant” cannot be true together with that of what it stands in."
                )
        );
        return false;
    }

    private bool CanHold(Expression[] conditions)
    {
        if (conditions.Length == 0)
            return true;
        var values = new List<KeyValuePair<string, Value[]>>(ValuesOf(conditions));
        while (values.Aggregate(1L, (product, v) => Math.Min(product * v.Value.Length, int.MaxValue)) > MostCombinations)
            values.Remove(values.MaxBy(v => v.Value.Length));

        var places = new int[values.Count];
        var known = values.ToDictionary(v => v.Key, v => v.Value[0], StringComparer.Ordinal);
        while (true)
        {
            if (MayHold(conditions, known) && known.All(k => k.Value.IsMissing || MayHold(ConditionsOf(k.Key), known)))
                return true;
            var at = 0;
            for (; at < places.Length; at++)
            {
                places[at] = (places[at] + 1) % values[at].Value.Length;
                known[values[at].Key] = values[at].Value[places[at]];
                if (places[at] > 0)
                    break;
            }
            if (at == places.Length)
                return false;
        }
    }

    /// <summary>The names some conditions use, with those that their relevance hangs on, and what each can be.</summary>
    private Dictionary<string, Value[]> ValuesOf(IEnumerable<Expression> conditions)
    {
        var values = new Dictionary<string, Value[]>(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Queue<string>(conditions.SelectMany(c => c.Uses));
        while (open.TryDequeue(out var name))
        {
            if (!seen.Add(name))
                continue;
            if (ValuesOf(name) is { } some)
                values[name] = some;
            foreach (var used in ConditionsOf(name).SelectMany(c => c.Uses))
                open.Enqueue(used);
        }
        return values;
    }

    private Value[]? ValuesOf(string name) =>
        _never.Contains(FormOrder.CodeOf(name)) ? [Value.Missing]
        : _scope.Texts.TryGetValue(name, out var texts) ? [Value.Missing, .. texts.Select(t => Value.Of(t))]
        : _scope.Names.GetValueOrDefault(name) == ValueKind.Boolean ? [Value.Missing, Value.Of(true), Value.Of(false)]
        : null;

    private Expression[] ConditionsOf(string name) => _conditions.GetValueOrDefault(FormOrder.CodeOf(name)) ?? [];

    private static bool MayHold(Expression[] conditions, Dictionary<string, Value> known) =>
        Array.TrueForAll(conditions, c => Outcome.Of(c.Tree, n => known.TryGetValue(n, out var value) ? value : null).MayBeTrue);
}
