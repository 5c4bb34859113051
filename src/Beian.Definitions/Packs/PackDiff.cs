using Beian.Definitions.Fields;
using Beian.Definitions.Packs.Comparing;
using Beian.Definitions.Packs.Compiling;

namespace Beian.Definitions.Packs;

/// <summary>What changed from one version of a pack to another, in words.</summary>
public sealed class PackDiff
{
    private const int LongestQuote = 40;

    private readonly Dictionary<string, Thing> _before;
    private readonly Dictionary<string, Thing> _after;
    private readonly List<PackChange> _changes = [];

    private PackDiff(Pack before, Pack after) => (_before, _after) = (Things.Of(before.Content), Things.Of(after.Content));

    /// <summary>The changes: what is gone, what is new, what is different, in the order of the files.</summary>
    public static IReadOnlyList<PackChange> Between(Pack before, Pack after)
    {
        if (before.Sha256 == after.Sha256)
            return [];
        var diff = new PackDiff(before, after);
        var renames = diff.Renames(before, after);
        foreach (var (from, to) in renames)
            diff.TellRename(from, to);
        diff.TellGone();
        diff.TellNew();
        foreach (var (path, thing) in diff._after)
            if (diff._before.TryGetValue(path, out var former))
                diff.Compare(former, thing);
        return [.. diff._changes.OrderBy(c => c.IsText)];
    }

    /// <summary>Fields with a new code: those a migration declares, and those that are the same but for it.</summary>
    private List<(string From, string To)> Renames(Pack before, Pack after)
    {
        const string Fields = FormCompiler.File + "/fields/";
        var renames = new List<(string From, string To)>();
        var declared = after.Migrations.FirstOrDefault(m => m.From == before.Version.Major)?.Renames ?? [];
        foreach (var rename in declared)
            Take(Fields + rename.From, Fields + rename.To);
        foreach (var gone in _before.Values.Where(t => IsField(t) && !_after.ContainsKey(t.Path)).ToList())
            if (_after.Values.FirstOrDefault(t => IsField(t) && !_before.ContainsKey(t.Path) && IsSame(gone, t)) is { } same)
                Take(gone.Path, same.Path);
        return renames;

        void Take(string from, string to)
        {
            if (!_before.ContainsKey(from) || !_after.ContainsKey(to) || _before.ContainsKey(to))
                return;
            renames.Add((from, to));
            // From here on it is the same thing under its new name, and so is what stands below it.
            foreach (var path in _before.Keys.Where(p => p == from || p.StartsWith(from + "/", StringComparison.Ordinal)).ToList())
            {
                var moved = to + path[from.Length..];
                var former = _before[path];
                _before.Remove(path);
                _before[moved] = Copy(former, moved);
            }
        }
    }

    private static bool IsField(Thing thing) => thing.Parts is [FormCompiler.File, "fields", _];

    private static bool IsSame(Thing a, Thing b) =>
        a.Facts.Count == b.Facts.Count
        && a.Lists.Keys.Union(b.Lists.Keys)
            .All(k => a.Lists.GetValueOrDefault(k) is { } x && b.Lists.GetValueOrDefault(k) is { } y && x.SequenceEqual(y))
        && a.Facts.All(f => f.Key == "code" || b.Facts.GetValueOrDefault(f.Key) == f.Value);

    private static Thing Copy(Thing thing, string path)
    {
        var copy = new Thing(path);
        foreach (var (key, fact) in thing.Facts)
            copy.Facts[key] = key == "code" ? (copy.Code, false) : fact;
        foreach (var (key, list) in thing.Lists)
            copy.Lists[key] = list;
        foreach (var (key, order) in thing.Orders)
            copy.Orders[key] = order;
        return copy;
    }

    private void TellRename(string from, string to)
    {
        var (code, thing) = (from[(from.LastIndexOf('/') + 1)..], _after[to]);
        var name = ThingWords.Of(thing, _after);
        Add(
            new($"{name.Zh}：代码由 {code} 改为 {thing.Code}", $"{name.En}: its code was {code}, now {thing.Code}"),
            false,
            new(Fields: [code])
        );
    }

    private void TellGone()
    {
        foreach (var thing in _before.Values.Where(t => !_after.ContainsKey(t.Path) && IsOutermost(t, _after)))
        {
            var name = ThingWords.Of(thing, _before);
            Add(new($"删除{name.Zh}", $"Removed: {name.En}"), IsText(thing), ChangeTouches.Of(thing, _before, isNew: false));
        }
    }

    private void TellNew()
    {
        foreach (var thing in _after.Values.Where(t => !_before.ContainsKey(t.Path) && IsOutermost(t, _before)))
        {
            var name = ThingWords.Of(thing, _after);
            Add(new($"增加{name.Zh}", $"Added: {name.En}"), IsText(thing), ChangeTouches.Of(thing, _after, isNew: true));
        }
    }

    /// <summary>Whether what it stands in is on the other side too: otherwise that is what is told.</summary>
    private static bool IsOutermost(Thing thing, Dictionary<string, Thing> others) =>
        thing.Parts.Count < 3 || thing.Parts.Count == 3 || others.ContainsKey(thing.Path[..Above(thing.Path)]);

    private static int Above(string path) => path.LastIndexOf('/', path.LastIndexOf('/') - 1);

    private static bool IsText(Thing thing) => !Structure.IsDefinition(thing.Parts[0]);

    private void Compare(Thing before, Thing after)
    {
        var name = ThingWords.Of(after, _after);
        if (after.Path.StartsWith(SheetsCompiler.Folder, StringComparison.Ordinal))
        {
            CompareSheets(name, before, after);
            return;
        }
        foreach (var key in before.Facts.Keys.Union(after.Facts.Keys).Where(k => !(IsVersion(after, k))))
        {
            var (had, has) = (before.Facts.TryGetValue(key, out var old), after.Facts.TryGetValue(key, out var now));
            if (had && has && old.Text == now.Text)
                continue;
            var isText = (!had || old.IsForPeople) && (!has || now.IsForPeople);
            var touches = ChangeTouches.Of(after, _after, isNew: false);
            var change =
                !has ? new LocalizedText($"去掉 {key}（{Quote(old.Text)}）", $"{key} removed ({Quote(old.Text)})")
                : !had ? new($"增加 {key}：{Quote(now.Text)}", $"{key} added: {Quote(now.Text)}")
                : new($"{key} {Quote(old.Text)} → {Quote(now.Text)}", $"{key} {Quote(old.Text)} → {Quote(now.Text)}");
            Add(new($"{name.Zh}：{change.Zh}", $"{name.En}: {change.En}"), isText, touches);
        }
        foreach (var key in before.Lists.Keys.Union(after.Lists.Keys))
            CompareLists(name, key, before.Lists.GetValueOrDefault(key) ?? [], after.Lists.GetValueOrDefault(key) ?? [], after);
        foreach (var (key, order) in after.Orders)
            if (before.Orders.TryGetValue(key, out var former) && !former.Intersect(order).SequenceEqual(order.Intersect(former)))
                Add(new($"{name.Zh}：{key} 的次序", $"{name.En}: the order of {key}"), false, new(Nobody: true));
    }

    /// <summary>A row more on a sheet moves all that follow: how much is different says more than what.</summary>
    private void CompareSheets(LocalizedText name, Thing before, Thing after)
    {
        var facts = before
            .Facts.Keys.Union(after.Facts.Keys)
            .Where(k => before.Facts.GetValueOrDefault(k) != after.Facts.GetValueOrDefault(k))
            .ToList();
        var lists = before
            .Lists.Keys.Union(after.Lists.Keys)
            .Count(k => !(before.Lists.GetValueOrDefault(k) ?? []).SequenceEqual(after.Lists.GetValueOrDefault(k) ?? []));
        if (facts.Count + lists == 0)
            return;
        var isText =
            lists == 0
            && facts.TrueForAll(k =>
                before.Facts.GetValueOrDefault(k, (Text: "", IsForPeople: true)).IsForPeople
                && after.Facts.GetValueOrDefault(k, (Text: "", IsForPeople: true)).IsForPeople
            );
        Add(
            new($"{name.Zh}：{facts.Count + lists} 处变化", $"{name.En}: {facts.Count + lists} differences"),
            isText,
            ChangeTouches.Of(after, _after, isNew: false)
        );
    }

    private void CompareLists(LocalizedText name, string key, IReadOnlyList<string> before, IReadOnlyList<string> after, Thing thing)
    {
        if (before.SequenceEqual(after))
            return;
        var (gone, added) = (string.Join(", ", before.Except(after)), string.Join(", ", after.Except(before)));
        var parts = new List<LocalizedText>();
        if (gone.Length > 0)
            parts.Add(new($"去掉 {gone}", $"without {gone}"));
        if (added.Length > 0)
            parts.Add(new($"增加 {added}", $"with {added}"));
        if (parts.Count == 0)
            parts.Add(new("的次序", "in another order"));
        Add(
            new(
                $"{name.Zh}：{key} {string.Join("，", parts.Select(p => p.Zh))}",
                $"{name.En}: {key} {string.Join(", ", parts.Select(p => p.En))}"
            ),
            IsText(thing),
            ChangeTouches.Of(thing, _after, isNew: false)
        );
    }

    private static bool IsVersion(Thing thing, string key) => thing.Path == ServiceCompiler.File && key == "version";

    private void Add(LocalizedText text, bool isText, ChangeTouch touches) => _changes.Add(new(text, isText, touches));

    private static string Quote(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        return line.Length > LongestQuote ? $"“{PlainText.Cut(line, LongestQuote)}…”" : $"“{line}”";
    }
}
