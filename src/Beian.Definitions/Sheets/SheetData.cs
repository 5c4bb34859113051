using Beian.Definitions.Answers;
using Beian.Definitions.Fields;
using Beian.Definitions.Packs;

namespace Beian.Definitions.Sheets;

/// <summary>What is printed on sheets: answers, facts, which copy, for whom.</summary>
/// <param name="Title">The form's name, at the head of continuation pages.</param>
/// <param name="Form">The form the answers belong to.</param>
/// <param name="Answers">The answers that apply.</param>
/// <param name="Copy">Which copy it is.</param>
/// <param name="Language">The language of its texts.</param>
public sealed record SheetData(LocalizedText Title, FormDefinition Form, AnswerSet Answers, SheetCopy Copy, Language Language)
{
    /// <summary>What stands for an answer that is not shown.</summary>
    public static LocalizedText Hidden { get; } = new("（不公开）", "(not public)");

    /// <summary>The facts there are, by their names (<see cref="SheetFacts"/>).</summary>
    public IReadOnlyDictionary<string, string> Facts { get; init; } = new Dictionary<string, string>();

    /// <summary>How much of a field's answer is shown; everything, where nothing else is said.</summary>
    public Func<Field, SheetDisclosure> Disclose { get; init; } = _ => SheetDisclosure.Whole;

    /// <summary>What ties the copy to its answers; null where it is not for signing.</summary>
    public SheetSeal? Seal { get; init; }

    /// <summary>What the mark of the copy says instead of its usual word (已注销); null for that word.</summary>
    public LocalizedText? Mark { get; init; }

    /// <summary>A value as it is printed; empty where there is none.</summary>
    public string Read(SheetValue value)
    {
        if (SheetFacts.Names.Contains(value.Name))
            return Facts.GetValueOrDefault(value.Name, "");
        return (Form.Find(value.Name) ?? Form.FindByControl(value.Name)) is { } field ? Read(field, value.Name, value.Plain) : "";
    }

    /// <summary>A cell of a table's row as it is printed.</summary>
    public string Read(TableField table, int row, SheetValue column)
    {
        var name = table.ControlOf(row, column.Name);
        var field = table.RowFields(row).FirstOrDefault(f => f.Code == name || f.Owns(name));
        if (field is null)
            return "";
        // The table is asked about with this one column, since only some may be public; a personal column for itself.
        var disclosure = Disclose(table with { Fields = [.. table.Fields.Where(f => f.Code == column.Name || f.Owns(column.Name))] });
        if (disclosure == SheetDisclosure.Whole && field.Personal)
            disclosure = Disclose(field);
        return Read(table.Personal ? field with { Personal = true } : field, name, column.Plain, disclosure);
    }

    /// <summary>Which of the answers offered are given.</summary>
    public IReadOnlySet<string> Ticked(Field field)
    {
        var given = Disclose(field) == SheetDisclosure.Whole ? Answers[field.Code] : null;
        return (given ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);
    }

    private string Read(Field field, string name, bool plain) => Read(field, name, plain, Disclose(field));

    private string Read(Field field, string name, bool plain, SheetDisclosure disclosure)
    {
        if (field.IsBlank(Answers))
            return "";
        if (disclosure == SheetDisclosure.Hidden)
            return Hidden.In(Language);
        var text =
            plain ? Answers[name] ?? ""
            : name != field.Code ? field.FormatOf(name, Answers, Language)
            : disclosure == SheetDisclosure.Masked ? field.FormatMasked(Answers, Language)
            : field.Format(Answers, Language);
        var isMasked = disclosure == SheetDisclosure.Masked && field.Personal && (plain || name != field.Code);
        return isMasked && !IsKind(field, name) ? Mask.Number(text) : text;
    }

    /// <summary>Whether a part says only of what kind the answer is, which tells of nobody.</summary>
    private static bool IsKind(Field field, string control) => field is IdDocumentField document && control == document.Kind;
}
