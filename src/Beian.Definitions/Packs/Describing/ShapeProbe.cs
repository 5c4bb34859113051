using Beian.Definitions.Fields;
using Beian.Definitions.Packs.Cases;
using Beian.Definitions.Packs.Compiling;
using Beian.Definitions.Packs.Nodes;

namespace Beian.Definitions.Packs.Describing;

/// <summary>
/// Asks the compiler what a pack may hold: has it read empty files, notes the keys it asks for, puts an item of each kind under those
/// that hold more, and asks again until nothing new comes. So schema and documentation cannot say anything else than the compiler.
/// </summary>
internal static class ShapeProbe
{
    // Deeper than anything in a pack is; the loop ends when nothing new is asked for.
    private const int MostRounds = 10;

    private const string Probe = "probe";

    // A number passes for a length, a code and a text.
    private const string Sample = "10";

    private static readonly string[] _files =
    [
        ServiceCompiler.File,
        FormCompiler.File,
        LifecycleCompiler.File,
        RegisterCompiler.File,
        SheetsCompiler.Folder + Probe + ".yaml",
        LawsCompiler.Folder + Probe + ".md",
        MigrationsCompiler.Folder + Probe + ".yaml",
        PackCases.Folder + Probe + ".yaml",
        ApplicationsReader.File,
    ];

    // Where the compiler asks for more only once a word makes sense to it.
    private static readonly Dictionary<string, string> _samples = new(StringComparer.Ordinal)
    {
        ["sheets/*.yaml/parts/table/field"] = CodeOf("table"),
    };

    /// <summary>Every kind of map of a pack with its keys.</summary>
    public static Shapes Run()
    {
        var shapes = new Shapes();
        var known = -1;
        for (var round = 0; round < MostRounds && known != Count(shapes); round++)
        {
            known = Count(shapes);
            var files = _files.ToDictionary(f => f, f => (Node)Build(shapes, Shapes.OfFile(f), 0), StringComparer.Ordinal);
            var compilation = new Compilation(files, [], strict: false) { Shapes = shapes };
            PackCompiler.Compile(Probe, compilation);
            CaseReader.Read(compilation, PackCases.Folder + Probe + ".yaml");
            ApplicationsReader.Compile(compilation, Path.GetTempPath());
        }
        return shapes;
    }

    private static int Count(Shapes shapes) => shapes.All.Values.Sum(s => 1 + s.Keys.Count);

    private static MapNode Build(Shapes shapes, string path, int depth)
    {
        var entries = new List<KeyValuePair<ScalarNode, Node>>();
        if (depth < MostRounds && shapes.TryGet(path, out var shape))
            foreach (var key in shape.Keys)
                if (key.Value == ValueShape.Map)
                    entries.Add(new(Text(key.Name), Build(shapes, Shapes.Below(path, key.Name), depth + 1)));
                else if (key.Value == ValueShape.Maps)
                    entries.Add(new(Text(key.Name), new ListNode(1, 1, [.. Items(shapes, path, key.Name, depth + 1)])));
                else if (key.Value == ValueShape.Scalars)
                    entries.Add(new(Text(key.Name), new ListNode(1, 1, [Text(Sample)])));
                else if (key.Value == ValueShape.Unknown || _samples.ContainsKey($"{path}/{key.Name}"))
                    // Whoever only asked whether it is there says now what it should be.
                    entries.Add(new(Text(key.Name), Text(_samples.GetValueOrDefault($"{path}/{key.Name}") ?? Sample)));
        return new(1, 1, entries);
    }

    private static IEnumerable<Node> Items(Shapes shapes, string path, string key, int depth)
    {
        if (key != Shapes.Fields)
            return [Build(shapes, Shapes.Below(path, key), depth)];
        // A table's columns are fields like the others; one level of them is enough.
        if (path.StartsWith(Shapes.Field, StringComparison.Ordinal))
            return [WithType(new MapNode(1, 1, []), "text")];
        return FieldTypes.Names.Select(type => WithType(Build(shapes, Shapes.OfType(type), depth), type));
    }

    private static MapNode WithType(MapNode field, string type) =>
        field with
        {
            Entries = [new(Text("type"), Text(type)), new(Text("code"), Text(CodeOf(type))), .. field.Entries],
        };

    private static string CodeOf(string type) => "c" + type.Replace("-", "", StringComparison.Ordinal);

    private static ScalarNode Text(string text) => new(1, 1, text);
}
