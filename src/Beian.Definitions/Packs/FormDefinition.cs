using Beian.Definitions.Fields;

namespace Beian.Definitions.Packs;

/// <summary>form.yaml.</summary>
/// <param name="Sections">The groups of fields, in order.</param>
/// <param name="Rules">The rules across fields.</param>
public sealed record FormDefinition(IReadOnlyList<Section> Sections, IReadOnlyList<RuleDefinition> Rules)
{
    private readonly Dictionary<string, Field> _byCode = Sections
        .SelectMany(s => s.Fields)
        .DistinctBy(f => f.Code)
        .ToDictionary(f => f.Code, StringComparer.Ordinal);

    /// <summary>All fields of all sections, in the order of the form.</summary>
    public IReadOnlyList<Field> Fields { get; } = [.. Sections.SelectMany(s => s.Fields)];

    /// <summary>The fields so ordered that each comes after those its relevance and its value depend on.</summary>
    internal FormOrder Order { get; } = FormOrder.Of(Sections);

    /// <summary>A field by its code; an unknown code is a fault of the caller.</summary>
    public Field this[string code] => _byCode[code];

    /// <summary>A field by its code; null where there is none.</summary>
    public Field? Find(string code) => _byCode.GetValueOrDefault(code);

    /// <summary>The field a form control belongs to (<c>regCapital.amount</c> to <c>regCapital</c>); null where there is none.</summary>
    public Field? FindByControl(string control)
    {
        var dot = control.IndexOf('.', StringComparison.Ordinal);
        var field = Find(dot < 0 ? control : control[..dot]);
        return field?.Owns(control) == true ? field : null;
    }

    /// <summary>Whether a person of that side may send this control. What is calculated nobody sends.</summary>
    public bool Accepts(string control, FilledBy by = FilledBy.Enterprise) =>
        FindByControl(control) is { Calculate: null } field && field.FilledBy == by;
}
