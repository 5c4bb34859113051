using Beian.Definitions.Answers;
using Beian.Definitions.Fields;

namespace Beian.Web.Features.Shared.Fields;

/// <summary>One question of a form as it is shown.</summary>
/// <param name="Typed">What stands in the controls.</param>
/// <param name="Evaluated">The same as the engine keeps it, with what it worked out.</param>
/// <param name="Reason">What the officer asked to put right here; null for nothing.</param>
public sealed record FieldView(
    Field Field,
    AnswerSet Typed,
    AnswerSet Evaluated,
    bool Relevant,
    bool Required,
    IReadOnlyList<Problem> Problems,
    string? Reason
)
{
    /// <summary>The whole evaluation: which cells inside a table or a grid apply and are required.</summary>
    public required Evaluation Evaluation { get; init; }

    /// <summary>The authorities offered.</summary>
    public IReadOnlyList<OfficeGroup> Offices { get; init; } = [];

    /// <summary>Why it applies and must be filled in; null where nothing decided that.</summary>
    public string? Why { get; init; }

    /// <summary>Whether some value decides that it applies or is required, so that an explanation may come up.</summary>
    public bool MayExplain { get; init; }

    /// <summary>What was changed in the typing; null where nothing was.</summary>
    public Definitions.LocalizedText? Converted { get; init; }

    /// <summary>What its control is called where no label stands beside it: in the cell of a table.</summary>
    public string? AriaLabel { get; init; }

    /// <summary>Says in the reader's language what a cell is called.</summary>
    public required Func<Definitions.LocalizedText, string> Say { get; init; }

    /// <summary>The same for a field inside this one.</summary>
    public FieldView Inside(Field cell) =>
        this with
        {
            Field = cell,
            Problems = [.. Problems.Where(p => cell.Owns(p.Control))],
            Reason = null,
            Converted = null,
            Why = null,
            AriaLabel = Say(cell.Label),
        };

    public bool Applies(string code) => Evaluation.Relevant.Contains(code);

    public bool Needs(string code) => Evaluation.Required.Contains(code);

    /// <summary>The partial page of the field's type.</summary>
    public string Partial =>
        Field switch
        {
            CalculatedField => "Fields/_Calculated",
            _ when Field.Calculate is not null => "Fields/_Calculated",
            ChoiceField when IsOfChoices => "Fields/_Choice",
            ChoiceField => "Fields/_Select",
            ChoicesField => "Fields/_Choices",
            YesNoField => "Fields/_YesNo",
            MoneyField => "Fields/_Money",
            IdDocumentField => "Fields/_IdDocument",
            TextareaField => "Fields/_Textarea",
            DateField => "Fields/_Date",
            CountryField => "Fields/_Country",
            RegionField => "Fields/_Region",
            IndustryField => "Fields/_Industry",
            AuthorityField => "Fields/_Authority",
            TableField => "Fields/_Table",
            GridField => "Fields/_Grid",
            _ => "Fields/_Input",
        };

    /// <summary>A few answers stand side by side; many, or those in the narrow cell of a table, in a list.</summary>
    private bool IsOfChoices => Field is ChoiceField { Choices.Count: <= 6 } && AriaLabel is null;

    /// <summary>Several controls under one label: they form a group instead of a label's control.</summary>
    public bool IsGroup => IsOfChoices || Field is ChoicesField or YesNoField or MoneyField or IdDocumentField or TableField or GridField;

    /// <summary>Takes the whole width of the sheet.</summary>
    public bool IsWide =>
        Field
            is TextareaField
                or TableField
                or GridField
                or NoteField
                or ChoiceField { Choices.Count: <= 6 }
                or ChoicesField
                or MoneyField
                or IdDocumentField
        || MaxLength >= 150;

    /// <summary>How many characters the control takes; null where the type bounds it otherwise.</summary>
    public int? MaxLength =>
        Field switch
        {
            TextField text => text.Max,
            TextareaField text => text.Max,
            _ => null,
        };

    /// <summary>The keyboard a phone brings up.</summary>
    public string? InputMode =>
        Field switch
        {
            PhoneField => "tel",
            EmailField => "email",
            UrlField => "url",
            PostcodeField or IntegerField or YearField => "numeric",
            NumberField => "decimal",
            _ => null,
        };

    /// <summary>What a browser may offer to fill in; codes and numbers it should not guess.</summary>
    public string AutoComplete =>
        Field switch
        {
            EmailField => "email",
            PhoneField when Field.Code == "phone" => "tel",
            PostcodeField => "postal-code",
            _ => "off",
        };

    public string? ValueOf(string control) => Typed[control];

    /// <summary>What the engine fills in where nothing is typed.</summary>
    public string? DefaultOf(string control) => Typed[control] is null ? Evaluated[control] : null;

    /// <summary>What a list or a group of choices stands at: what was chosen, or what holds where nothing is.</summary>
    public string? ChosenOf(string control) => Typed[control] ?? Evaluated[control];

    /// <summary>What stands in an empty control.</summary>
    public string? PlaceholderOf(string control) => DefaultOf(control) ?? (Field.Placeholder is { } example ? Say(example) : null);

    public bool IsInvalid(string control) => Problems.Any(p => p.Control == control && p.Level == ProblemLevel.Hard);

    /// <summary>The ids of what describes a control, for assistive technology.</summary>
    public string? DescribedBy(string control)
    {
        List<string> ids = [];
        // In a cell of a table the hint of the table stands for all.
        if (Field.Hint is not null && AriaLabel is null)
            ids.Add(Field.Code + "-hint");
        if (Reason is not null)
            ids.Add(Field.Code + "-reason");
        if (AriaLabel is null && Problems.Any(p => p.Control == control || p.Control == Field.Code))
            ids.Add(Field.Code + "-problems");
        return ids.Count == 0 ? null : string.Join(' ', ids);
    }
}
