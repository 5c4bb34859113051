using Beian.Definitions.Fields;

namespace Beian.Definitions.Packs;

/// <summary>register.yaml.</summary>
/// <param name="NumberField">The field with the permanent number (formNo).</param>
/// <param name="CodeField">The field with the code (ieCode).</param>
/// <param name="Names">Fields that a part of finds the entry (nameZh, nameEn).</param>
/// <param name="Codes">Fields that find the entry when given whole (ieCode, uscc, formNo).</param>
/// <param name="List">Fields in the list's columns.</param>
/// <param name="Entry">Fields on the entry's page and in its JSON, or single columns of a table (outlets.name). None of them may be personal.</param>
public sealed record RegisterDefinition(
    string NumberField,
    string CodeField,
    IReadOnlyList<string> Names,
    IReadOnlyList<string> Codes,
    IReadOnlyList<string> List,
    IReadOnlyList<string> Entry
)
{
    /// <summary>Whether everybody may look its entries up; false: they are for the enterprise and its authorities alone.</summary>
    public bool IsPublic { get; init; } = true;

    /// <summary>What the search is called (经营者信息查询).</summary>
    public LocalizedText Title { get; init; } = new("备案信息查询", "Register search");

    /// <summary>A field as the entry's page shows it: a table with the columns that are public; null for one that is not shown.</summary>
    public Field? Shown(Field field) => Part(field, Entry);

    /// <summary>The same of all that the public sees somewhere: in lists, on the entry's page, as what is searched for.</summary>
    public Field? Public(Field field) => Part(field, [NumberField, CodeField, .. Names, .. Codes, .. List, .. Entry]);

    private static Field? Part(Field field, IReadOnlyCollection<string> codes)
    {
        if (field.Personal)
            return null;
        if (codes.Contains(field.Code))
            return field;
        return
            field is TableField table
            && table.Fields.Where(c => codes.Contains($"{table.Code}.{c.Code}")).ToList() is { Count: > 0 } columns
            ? table with
            {
                Fields = columns,
            }
            : null;
    }
}
