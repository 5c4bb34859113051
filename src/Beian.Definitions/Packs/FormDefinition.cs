using Beian.Definitions.Answers;
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

    /// <summary>The columns of each table and the calculated cells of each grid, each after those it uses.</summary>
    private readonly Dictionary<string, IReadOnlyList<string>> _orders = Sections
        .SelectMany(s => s.Fields)
        .DistinctBy(f => f.Code)
        .Where(f => f is TableField or GridField)
        .ToDictionary(
            f => f.Code,
            f => f is TableField table ? table.Order().Ordered : ((GridField)f).Order().Ordered,
            StringComparer.Ordinal
        );

    /// <summary>The order in which what is inside a table or a grid is evaluated.</summary>
    internal IReadOnlyList<string> OrderIn(Field field) => _orders[field.Code];

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

    /// <summary>The same, down to the cell of a table.</summary>
    public Field? FindCell(string control) =>
        FindByControl(control) is var field && field is TableField table ? table.FieldOf(control) : field;

    /// <summary>
    /// Whether what the engine filled in for a control is kept from then on as if it were typed: the worth of an amount by the day's parity,
    /// which is not rated anew tomorrow.
    /// </summary>
    public bool Keeps(string control, AnswerSet answers) =>
        FindCell(control) is MoneyField money && control == money.Usd && answers[money.Currency] is not (null or "USD");

    /// <summary>The field a problem stands beside: that of a control, or the whole field of that code (a table, an attachment).</summary>
    public Field? FindPlace(string control) => FindByControl(control) ?? Find(control);

    /// <summary>Whether a person of that side may send this control. What is calculated nobody sends.</summary>
    public bool Accepts(string control, FilledBy by = FilledBy.Enterprise) =>
        FindByControl(control) is { } field && field.FilledBy == by && !field.IsCalculated(control);

    /// <summary>What was changed in typed answers that a person should look at once: the control and what is said beside it.</summary>
    public IEnumerable<(string Control, LocalizedText Text)> Conversions(AnswerSet typed)
    {
        foreach (var (control, text) in typed)
            if (FindByControl(control)?.Conversion(control, text) is { } conversion)
                yield return (control, conversion);
    }
}
