using Beian.Definitions.Answers;
using Beian.Definitions.Expressions;

namespace Beian.Definitions.Fields;

/// <summary>Who gives a field its value.</summary>
public enum FilledBy
{
    /// <summary>The filer, on the form.</summary>
    Enterprise,

    /// <summary>The officer, at approval (经营者类型, 备注).</summary>
    Authority,

    /// <summary>The system, at approval (备案登记表编号, 进出口企业代码).</summary>
    System,
}

/// <summary>A number the system draws at approval: prefix and a counter's next value, zero-padded.</summary>
/// <param name="Prefix">What it begins with; may be empty.</param>
/// <param name="Digits">How many digits follow.</param>
public sealed record NumberSeries(string Prefix, int Digits);

/// <summary>One question of a form. A field type is one small derived record.</summary>
public abstract record Field
{
    /// <summary>Its code, which is also its form control's name.</summary>
    public required string Code { get; init; }

    /// <summary>The question.</summary>
    public required LocalizedText Label { get; init; }

    /// <summary>How to answer it.</summary>
    public LocalizedText? Hint { get; init; }

    /// <summary>What people ask about it, with answers; mostly nothing.</summary>
    public IReadOnlyList<FieldQuestion> Questions { get; init; } = [];

    /// <summary>What stands in its empty control: an example, or what may be left out. Never an answer.</summary>
    public LocalizedText? Placeholder { get; init; }

    /// <summary>When it must be answered; null: never.</summary>
    public Expression? Required { get; init; }

    /// <summary>When it applies; null: whenever its section does.</summary>
    public Expression? Relevant { get; init; }

    /// <summary>What its answer must fulfil besides its type.</summary>
    public Expression? Constraint { get; init; }

    /// <summary>What is wrong when <see cref="Constraint"/> does not hold.</summary>
    public LocalizedText? ConstraintMessage { get; init; }

    /// <summary>Its value, where it is calculated.</summary>
    public Expression? Calculate { get; init; }

    /// <summary>Its value, where the answer is left blank.</summary>
    public Expression? Default { get; init; }

    /// <summary>The series its number is drawn from at approval; null for most. The counter is named service/field.</summary>
    public NumberSeries? Issue { get; init; }

    /// <summary>Who gives it its value.</summary>
    public FilledBy FilledBy { get; init; }

    /// <summary>Personal: masked on every page but the owner's and the reviewer's, never in the register.</summary>
    public bool Personal { get; init; }

    /// <summary>The type's name in a pack (<c>text</c>, <c>uscc</c> …), which also names its partial page.</summary>
    public abstract string Type { get; }

    /// <summary>The control names its answer is made of; itself alone for most types.</summary>
    public virtual IReadOnlyList<string> Controls => [Code];

    /// <summary>Whether a form control belongs to it; for a table, whether it can.</summary>
    public virtual bool Owns(string control) => Controls.Contains(control, StringComparer.Ordinal);

    /// <summary>The code that must apply for a control to count: the field's own, or that of the cell or row it stands in.</summary>
    public virtual string ScopeOf(string control) => Code;

    /// <summary>Whether a control's value is worked out, so that nobody may send one.</summary>
    public virtual bool IsCalculated(string control) => Calculate is not null;

    /// <summary>What a control is called: the label, with the part's name where there are parts.</summary>
    public virtual LocalizedText LabelOf(string control) => Label;

    /// <summary>Whether nothing was answered. What a page preselects (a currency) is no answer.</summary>
    public virtual bool IsBlank(AnswerSet answers)
    {
        foreach (var control in Controls)
            if (answers[control] is not null)
                return false;
        return true;
    }

    /// <summary>What kind of value expressions read under its code (or under a part's name).</summary>
    public abstract ValueKind KindOf(string control);

    /// <summary>The only texts a sound answer of a control can be; null where it can be any.</summary>
    public virtual IReadOnlyList<string>? TextsOf(string control) => null;

    /// <summary>Is the definition itself sane? One message a fault.</summary>
    public virtual IEnumerable<LocalizedText> CheckSettings() => [];

    /// <summary>What is typed → how it is kept: trimmed, half-width, upper case… What cannot be decided stays as typed.</summary>
    public virtual string Normalise(string control, string text) => PlainText.Line(text);

    /// <summary>What <see cref="Normalise"/> changed that a person should look at once; null where there is nothing to say.</summary>
    public virtual LocalizedText? Conversion(string control, string text) => null;

    /// <summary>Fills in the parts of its answer that follow from other parts.</summary>
    public virtual AnswerSet Derive(AnswerSet answers, EvaluationContext context) => answers;

    /// <summary>Judges an answer that is there; being there is the evaluator's business.</summary>
    public abstract IEnumerable<Problem> CheckAnswer(AnswerSet answers, EvaluationContext context);

    /// <summary>The value of a control, as expressions read it; missing where it cannot be read.</summary>
    public abstract Value Read(string control, AnswerSet answers);

    /// <summary>The answer as people read it; empty where there is none.</summary>
    public abstract string Format(AnswerSet answers, Language language);

    /// <summary>As <see cref="Format"/>, with personal numbers masked (domain: first three, last four).</summary>
    public virtual string FormatMasked(AnswerSet answers, Language language) =>
        Personal ? Mask.Number(Format(answers, language)) : Format(answers, language);

    /// <summary>What stands in one control, as people read it; of a field without parts that of the whole.</summary>
    public virtual string FormatOf(string control, AnswerSet answers, Language language) => Format(answers, language);

    /// <summary>The answer in rows and columns; null for a field that has none.</summary>
    public virtual AnswerTable? Tabulate(AnswerSet answers, Language language, bool masked) => null;

    /// <summary>The problem of a missing answer: of one part, or of the whole field at its first control.</summary>
    public Problem Missing(string? part = null)
    {
        var label = part is null ? Label : LabelOf(part);
        return new(part ?? Controls[0], "required", new($"请填写{label.Zh}", $"Please enter {label.En}"));
    }

    /// <summary>A problem of a control of this field; the message begins with the control's label.</summary>
    protected Problem Wrong(string control, string code, LocalizedText message, ProblemLevel level = ProblemLevel.Hard)
    {
        var label = LabelOf(control);
        return new(control, code, new($"{label.Zh}：{message.Zh}", $"{label.En}: {message.En}"), level);
    }
}
