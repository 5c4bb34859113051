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
        var order = DependencyOrder.Of([.. byCode.Keys], code => Uses(byCode[code].Section, byCode[code].Field));
        return new([.. order.Ordered.Select(code => byCode[code])], order.Cycles);
    }

    /// <summary>The code of the field a name belongs to.</summary>
    public static string CodeOf(string name) => name.Split('.', 2)[0];

    /// <summary>What relevance, calculation and default of a field use, as written.</summary>
    public static IEnumerable<string> Names(Field field) =>
        new[] { field.Relevant, field.Calculate, field.Default }.SelectMany(e => e?.Uses ?? []);

    /// <summary>
    /// The codes a field depends on. Inside a table or a grid its own rows and columns are ordered by themselves; anything else
    /// that uses itself is a circle.
    /// </summary>
    private static IEnumerable<string> Uses(Section section, Field field)
    {
        var own = Names(field).Concat(section.Relevant?.Uses ?? []).Select(CodeOf);
        return field switch
        {
            TableField table => own.Concat(Inside(table, table.Fields.SelectMany(Names), table.Fields.Select(f => f.Code))),
            GridField grid => own.Concat(grid.Rows.SelectMany(r => r.Relevant?.Uses ?? []).Select(CodeOf))
                .Concat(Inside(grid, grid.Lines.SelectMany(l => l.Calculate?.Uses ?? []), grid.Lines.Select(l => l.Code))),
            _ => own,
        };
    }

    private static IEnumerable<string> Inside(Field field, IEnumerable<string> names, IEnumerable<string> parts) =>
        names.Select(CodeOf).Except(parts.Append(field.Code), StringComparer.Ordinal);
}
