using Beian.Definitions.Answers;
using Beian.Definitions.Packs.Compiling;
using Beian.Definitions.Packs.Nodes;

namespace Beian.Definitions.Packs.Cases;

/// <summary>
/// Reads cases/*.yaml. A case may be <c>like</c> an earlier one of its file: then it says only what differs; an empty text
/// takes an answer away.
/// </summary>
internal static class CaseReader
{
    /// <summary>The cases of one file.</summary>
    public static IReadOnlyList<PackCase> Read(Compilation compilation, string file)
    {
        var cases = new List<PackCase>();
        if (compilation.Open(file) is not { } root)
            return cases;
        foreach (var map in root.Maps("cases"))
            cases.Add(ReadCase(map, cases));
        root.Finish();
        return cases;
    }

    private static PackCase ReadCase(MapReader map, List<PackCase> earlier)
    {
        var name = map.RequiredScalar("name");
        var like = map.Scalar("like");
        var model = like is null ? null : earlier.Find(c => c.Name.Text == like.Text);
        if (like is not null && model is null)
            map.Add(like, new($"前面没有名为“{like.Text}”的用例。", $"There is no earlier case “{like.Text}”."));

        var context = new EvaluationContext(
            map.Date("today") ?? model?.Context.Today ?? RequiredDay(map),
            map.Scalar("route")?.Text ?? model?.Context.Route ?? "",
            map.Scalar("filing")?.Text ?? model?.Context.Kind ?? "initial",
            map.Has("attachments")
                ? map.Scalars("attachments").Select(a => a.Text).ToHashSet(StringComparer.Ordinal)
                : model?.Context.Attachments ?? new HashSet<string>()
        )
        {
            Outside = ReadOutside(map) ?? model?.Context.Outside ?? new Dictionary<string, OutsideAnswers>(),
        };
        var answers = Pairs(map, "answers")
            .Aggregate(model?.Answers ?? AnswerSet.Empty, (set, pair) => set.With(pair.Key.Text, pair.Value.Text));
        var result = new PackCase(map.File, name, context, answers, ReadExpectation(map), ReadApproval(map));
        map.Finish();
        return result;
    }

    /// <summary>Answers from outside the filing by their source; null where the case says nothing of them.</summary>
    private static Dictionary<string, OutsideAnswers>? ReadOutside(MapReader map)
    {
        if (map.Map("outside") is not { } outside)
            return null;
        var sources = new Dictionary<string, OutsideAnswers>(StringComparer.Ordinal);
        foreach (var source in EvaluationContext.Sources.Where(outside.Has))
            sources[source] = new(
                "case",
                Pairs(outside, source).Aggregate(AnswerSet.Empty, (set, pair) => set.With(pair.Key.Text, pair.Value.Text))
            );
        outside.Finish();
        return sources;
    }

    private static ApprovalCase? ReadApproval(MapReader map)
    {
        if (map.Map("approval") is not { } approval)
            return null;
        var result = new ApprovalCase(
            approval.Scalar("authority-prefix")?.Text ?? "",
            Pairs(approval, "answers"),
            ReadExpectation(approval)
        );
        approval.Finish();
        return result;
    }

    private static Expectation ReadExpectation(MapReader map) =>
        new(map.Node, map.Has("problems") ? [.. map.Scalars("problems").Select(p => p.Text)] : null, Pairs(map, "values"));

    private static List<KeyValuePair<ScalarNode, ScalarNode>> Pairs(MapReader map, string key)
    {
        var pairs = new List<KeyValuePair<ScalarNode, ScalarNode>>();
        foreach (var (name, value) in map.Map(key)?.Node.Entries ?? [])
            if (value is ScalarNode text)
                pairs.Add(new(name, text));
            else
                map.Add(value, new($"{name.Text} 应为文本。", $"“{name.Text}” must be a text."));
        return pairs;
    }

    private static DateOnly RequiredDay(MapReader map)
    {
        // Needed only where there is no earlier case to take it from.
        if (!map.Has("today"))
            map.Add(map.Node, new("缺少 today。", "“today” is missing."));
        return default;
    }
}
