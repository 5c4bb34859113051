using System.Globalization;

namespace Beian.Definitions.Packs.Compiling;

/// <summary>Reads the duties of service.yaml that the enterprise is reminded of.</summary>
internal static class NoticesReader
{
    private const int LongestLimit = 400;

    /// <summary>The duties in the order of the file.</summary>
    public static IReadOnlyList<DutyNotice> Read(MapReader root)
    {
        var notices = new List<DutyNotice>();
        foreach (var map in root.Maps("notices"))
        {
            var code = map.Code();
            var path = $"service.notices.{code.Text}";
            if (notices.Exists(n => n.Code == code.Text))
                map.Add(code, new($"代码“{code.Text}”重复。", $"The code “{code.Text}” is used twice."));
            var within = map.Integer("within", 1, LongestLimit);
            if (within is null && !map.Has("within"))
                map.RequiredScalar("within");
            notices.Add(
                new(
                    code.Text,
                    map.RequiredText("title", path),
                    map.RequiredText("text", path),
                    map.Word("after", NoticeStart.Approval, ("approval", NoticeStart.Approval), ("draft", NoticeStart.Draft)),
                    within ?? LongestLimit,
                    ReadDays(map, within ?? LongestLimit),
                    ReadKinds(map)
                )
            );
            map.Finish();
        }
        return notices;
    }

    private static List<int> ReadDays(MapReader map, int within)
    {
        var days = new List<int>();
        foreach (var item in map.Scalars("on-days"))
            if (!int.TryParse(item.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var day) || day > within)
                map.Add(
                    item,
                    new($"on-days 应为 0 到 {within} 之间的整数。", $"“on-days” must be whole numbers from 0 to {within} (“within”).")
                );
            else if (days.Count > 0 && day <= days[^1])
                map.Add(item, new("on-days 应从小到大，不重复。", "“on-days” must be in ascending order, each day once."));
            else
                days.Add(day);
        if (days.Count == 0 && map.Node["on-days"] is null)
            map.Add(map.Node, new("on-days 至少要有一天。", "“on-days” needs at least one day."));
        return days;
    }

    private static List<string> ReadKinds(MapReader map)
    {
        var known = map.Compilation.CodesOf(LifecycleCompiler.File, "kinds");
        var kinds = new List<string>();
        foreach (var kind in map.Scalars("kinds"))
        {
            if (map.Compilation.Knows(LifecycleCompiler.File) && !known.Contains(kind.Text))
                map.Add(kind, new($"没有办理种类“{kind.Text}”。", $"There is no kind of filing “{kind.Text}”."));
            kinds.Add(kind.Text);
        }
        return kinds;
    }
}
