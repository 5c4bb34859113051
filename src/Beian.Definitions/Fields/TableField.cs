using System.Globalization;
using Beian.Definitions.Answers;
using Beian.Definitions.Expressions;
using Beian.Definitions.Packs;

namespace Beian.Definitions.Fields;

/// <summary>Rows of the same fields. Row 0's field <c>name</c> of the table <c>stores</c> has the control <c>stores.0.name</c>.</summary>
public sealed record TableField : Field
{
    /// <inheritdoc/>
    public override string Type => "table";

    /// <summary>The columns.</summary>
    public required IReadOnlyList<Field> Fields { get; init; }

    /// <summary>How many rows it must have once it is filled in.</summary>
    public int MinRows { get; init; }

    /// <summary>How many rows it may have.</summary>
    public int MaxRows { get; init; } = 100;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Controls => [Code];

    /// <summary>The indices of the rows with an answer, in order.</summary>
    public IReadOnlyList<int> Rows(AnswerSet answers) =>
        [.. answers.Select(a => Split(a.Key)).Where(p => p is not null).Select(p => p!.Value.Row).Distinct().Order()];

    /// <summary>The fields of one row: the columns under their full names.</summary>
    public IReadOnlyList<Field> RowFields(int row) =>
        [.. Fields.Select(f => f with { Code = ControlOf(row, f.Code), Label = LabelOf(row, f) })];

    /// <summary>The full name of a control of a row.</summary>
    public string ControlOf(int row, string name) => string.Create(CultureInfo.InvariantCulture, $"{Code}.{row}.{name}");

    /// <inheritdoc/>
    public override bool Owns(string control) => FieldOf(control) is not null;

    /// <inheritdoc/>
    public override string ScopeOf(string control) => FieldOf(control)?.ScopeOf(control) ?? Code;

    /// <inheritdoc/>
    public override bool IsCalculated(string control) => FieldOf(control)?.IsCalculated(control) == true;

    /// <inheritdoc/>
    public override LocalizedText LabelOf(string control) => FieldOf(control)?.LabelOf(control) ?? Label;

    /// <inheritdoc/>
    public override bool IsBlank(AnswerSet answers) => Rows(answers).Count == 0;

    /// <inheritdoc/>
    public override ValueKind KindOf(string control) => ValueKind.Missing;

    /// <inheritdoc/>
    public override IEnumerable<LocalizedText> CheckSettings()
    {
        if (Fields.Count == 0)
            yield return new("表格至少要有一列。", "A table needs at least one column.");
        if (MinRows > MaxRows)
            yield return new("min-rows 大于 max-rows。", "“min-rows” is greater than “max-rows”.");
        foreach (var inner in Fields.Where(f => f is TableField or GridField or AttachmentField))
            yield return new(
                $"表格中不能有 {inner.Type}（{inner.Code}）。",
                $"A table cannot hold a field of type {inner.Type} ({inner.Code})."
            );
    }

    /// <inheritdoc/>
    public override string Normalise(string control, string text) => FieldOf(control)?.Normalise(control, text) ?? PlainText.Line(text);

    /// <inheritdoc/>
    public override LocalizedText? Conversion(string control, string text) => FieldOf(control)?.Conversion(control, text);

    /// <inheritdoc/>
    public override AnswerSet Derive(AnswerSet answers, EvaluationContext context) =>
        Rows(answers).SelectMany(RowFields).Aggregate(answers, (derived, field) => field.Derive(derived, context));

    /// <summary>Judges the number of rows; each cell is judged as a field of its own.</summary>
    public override IEnumerable<Problem> CheckAnswer(AnswerSet answers, EvaluationContext context)
    {
        var rows = Rows(answers);
        if (rows.Count > MaxRows || rows.Count > 0 && rows[^1] >= MaxRows)
            yield return Wrong(Code, "max-rows", new($"最多 {MaxRows} 行。", $"At most {MaxRows} rows are allowed."));
        else if (rows.Count > 0 && rows.Count < MinRows)
            yield return Wrong(Code, "min-rows", new($"至少 {MinRows} 行。", $"At least {MinRows} rows are needed."));
    }

    /// <inheritdoc/>
    public override Value Read(string control, AnswerSet answers) => Value.Missing;

    /// <summary>The values of a column (<c>stores.area</c>), one a row; missing in a cell that does not apply.</summary>
    public IReadOnlyList<Value> ReadColumn(string column, AnswerSet answers, Func<Field, bool> applies)
    {
        var name = column[(Code.Length + 1)..];
        return [.. Rows(answers).Select(row => ReadCell(ControlOf(row, name), answers, applies))];
    }

    /// <inheritdoc/>
    public override string Format(AnswerSet answers, Language language) => Format(answers, f => f.Format(answers, language), language);

    /// <inheritdoc/>
    public override string FormatMasked(AnswerSet answers, Language language) =>
        Format(answers, f => Masked(f, answers, language), language);

    /// <inheritdoc/>
    public override string FormatOf(string control, AnswerSet answers, Language language) =>
        FieldOf(control)?.FormatOf(control, answers, language) ?? "";

    /// <inheritdoc/>
    public override AnswerTable Tabulate(AnswerSet answers, Language language, bool masked)
    {
        string Show(Field cell) => masked ? Masked(cell, answers, language) : cell.Format(answers, language);
        return new(
            [.. Fields.Select(f => f.Label.In(language))],
            [.. Rows(answers).Select(row => (IReadOnlyList<string>)[.. RowFields(row).Select(Show)])],
            RowsAreNamed: false
        );
    }

    /// <summary>The columns, each after those it uses, and the circles among them.</summary>
    internal DependencyOrder Order() =>
        DependencyOrder.Of(
            [.. Fields.Select(f => f.Code)],
            code => FormOrder.Names(Fields.First(f => f.Code == code)).Select(InnerName).Select(FormOrder.CodeOf)
        );

    /// <summary>A column under its full name (<c>stores.area</c>) as it is called inside.</summary>
    private string InnerName(string name) => name.StartsWith(Code + ".", StringComparison.Ordinal) ? name[(Code.Length + 1)..] : name;

    /// <summary>The cell's field a control belongs to, under its full name; null where there is none.</summary>
    public Field? FieldOf(string control) => Split(control) is { } place ? RowField(place.Row, control) : null;

    private string Format(AnswerSet answers, Func<Field, string> format, Language language) =>
        string.Join(
            language == Language.Zh ? "；" : "; ",
            Rows(answers)
                .Select(row => string.Join(language == Language.Zh ? "，" : ", ", RowFields(row).Select(format).Where(t => t.Length > 0)))
        );

    private string Masked(Field cell, AnswerSet answers, Language language) =>
        Personal ? Mask.Number(cell.Format(answers, language)) : cell.FormatMasked(answers, language);

    private LocalizedText LabelOf(int row, Field column) =>
        new($"{Label.Zh}第 {row + 1} 行{column.Label.Zh}", $"{Label.En}, row {row + 1}, {column.Label.En}");

    private Value ReadCell(string control, AnswerSet answers, Func<Field, bool> applies) =>
        FieldOf(control) is { } field && applies(field) ? field.Read(control, answers) : Value.Missing;

    private Field? RowField(int row, string control) => RowFields(row).FirstOrDefault(f => f.Owns(control));

    /// <summary>The row and the rest of a control's name; null where it is none of this table's.</summary>
    private (int Row, string Name)? Split(string control)
    {
        if (!control.StartsWith(Code + ".", StringComparison.Ordinal))
            return null;
        var dot = control.IndexOf('.', Code.Length + 1);
        if (dot < 0)
            return null;
        var index = control[(Code.Length + 1)..dot];
        var sound = int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var row) && row <= 9999;
        return sound && index == row.ToString(CultureInfo.InvariantCulture) ? (row, control[(dot + 1)..]) : null;
    }
}
