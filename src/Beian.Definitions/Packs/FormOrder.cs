using Beian.Definitions.Expressions;
using Beian.Definitions.Fields;

namespace Beian.Definitions.Packs;

/// <summary>
/// The order in which fields are evaluated. A field depends on what its own and its section's relevance, its calculation and
/// its default use. What is required and what is wrong change no other answer, so they cannot close a circle.
/// </summary>
/// <param name="Fields">Every field once, each after those it depends on.</param>
/// <param name="Cycles">The circles found, each as the codes along it; a published form has none.</param>
internal sealed record FormOrder(IReadOnlyList<(Section Section, Field Field)> Fields, IReadOnlyList<IReadOnlyList<string>> Cycles)
{
    /// <summary>Orders the fields of some sections; among equals the order of the form.</summary>
    public static FormOrder Of(IReadOnlyList<Section> sections)
    {
        var all = sections.SelectMany(s => s.Fields.Select(f => (Section: s, Field: f))).DistinctBy(x => x.Field.Code).ToList();
        var byCode = all.ToDictionary(x => x.Field.Code, StringComparer.Ordinal);
        var ordered = new List<(Section, Field)>();
        var cycles = new List<IReadOnlyList<string>>();
        var done = new HashSet<string>(StringComparer.Ordinal);
        var path = new List<string>();

        foreach (var (_, field) in all)
            Visit(field.Code);
        return new(ordered, cycles);

        void Visit(string code)
        {
            if (done.Contains(code))
                return;
            if (path.IndexOf(code) is >= 0 and var start)
            {
                cycles.Add([.. path[start..], code]);
                return;
            }
            path.Add(code);
            var (section, field) = byCode[code];
            foreach (var used in Uses(section, field).Select(CodeOf).Where(byCode.ContainsKey).Distinct(StringComparer.Ordinal))
                if (used != code || UsesItself(section, field))
                    Visit(used);
            path.RemoveAt(path.Count - 1);
            done.Add(code);
            ordered.Add((section, field));
        }
    }

    /// <summary>The code of the field a name belongs to.</summary>
    public static string CodeOf(string name) => name.Split('.', 2)[0];

    private static IEnumerable<string> Uses(Section section, Field field)
    {
        var own = new[] { section.Relevant, field.Relevant, field.Calculate, field.Default }.SelectMany(Names);
        return field is TableField table ? own.Concat(table.Fields.SelectMany(f => Uses(section, f))) : own;
    }

    /// <summary>A table's rows may use the table's other columns; anything else that uses itself is a circle.</summary>
    private static bool UsesItself(Section section, Field field) =>
        new[] { section.Relevant, field.Relevant, field.Calculate, field.Default }.SelectMany(Names).Any(n => CodeOf(n) == field.Code);

    private static IReadOnlyList<string> Names(Expression? expression) => expression?.Uses ?? [];
}
