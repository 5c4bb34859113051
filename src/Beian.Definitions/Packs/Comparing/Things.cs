using System.Globalization;
using Beian.Definitions.Packs.Compiling;
using Beian.Definitions.Packs.Nodes;

namespace Beian.Definitions.Packs.Comparing;

/// <summary>
/// The things of a pack by their path. What is in a list and has a code or a name is a thing; a field is one of the form and not
/// of its section, so that moving it is a change and no loss. Keys nobody thought of here are found all the same.
/// </summary>
internal static class Things
{
    private static readonly string[] _names = ["code", "name"];

    /// <summary>All things of a pack.</summary>
    public static Dictionary<string, Thing> Of(PackContent content)
    {
        var things = new Dictionary<string, Thing>(StringComparer.Ordinal);
        foreach (var (file, node) in content.Files.OrderBy(f => f.Key, StringComparer.Ordinal))
        {
            var texts = Structure.IsDefinition(file) ? content.Texts : null;
            Read(node, Add(things, file), "", texts, things);
        }
        return things;
    }

    private static void Read(Node node, Thing thing, string key, IReadOnlySet<ScalarNode>? texts, Dictionary<string, Thing> things)
    {
        switch (node)
        {
            case ScalarNode scalar:
                thing.Facts[key] = (scalar.Text, texts is null || texts.Contains(scalar));
                break;
            case MapNode map:
                foreach (var (name, value) in map.Entries)
                    Read(value, thing, key.Length == 0 ? name.Text : $"{key}.{name.Text}", texts, things);
                break;
            case ListNode list when list.Items.Count > 0 && list.Items.All(i => NameOf(i) is not null):
                ReadNamed(list, thing, key, texts, things);
                break;
            case ListNode list when list.Items.All(i => i is ScalarNode):
                thing.Lists[key] = [.. list.Items.Cast<ScalarNode>().Select(s => s.Text)];
                break;
            case ListNode list:
                for (var i = 0; i < list.Items.Count; i++)
                    Read(list.Items[i], thing, string.Create(CultureInfo.InvariantCulture, $"{key}[{i + 1}]"), texts, things);
                break;
        }
    }

    private static void ReadNamed(ListNode list, Thing thing, string key, IReadOnlySet<ScalarNode>? texts, Dictionary<string, Thing> things)
    {
        thing.Orders[key] = [.. list.Items.Select(i => NameOf(i)!)];
        var isField = key == "fields" && thing.Parts is [FormCompiler.File, "sections", _];
        var below = isField ? FormCompiler.File : thing.Path;
        foreach (var item in list.Items)
        {
            var inner = Add(things, $"{below}/{key}/{NameOf(item)}");
            if (isField)
                inner.Facts["section"] = (thing.Code, false);
            Read(item, inner, "", texts, things);
        }
    }

    private static Thing Add(Dictionary<string, Thing> things, string path)
    {
        // A name that stands twice is no sound pack; nothing is lost for it.
        if (!things.TryGetValue(path, out var thing))
            things[path] = thing = new(path);
        return thing;
    }

    private static string? NameOf(Node node) =>
        node is MapNode map ? _names.Select(n => map[n]).OfType<ScalarNode>().FirstOrDefault()?.Text : null;
}
