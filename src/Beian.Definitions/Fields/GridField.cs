using Beian.Definitions.Answers;
using Beian.Definitions.Expressions;
using Beian.Definitions.Packs;

namespace Beian.Definitions.Fields;

/// <summary>
/// Indicators × columns of numbers, for reports. Row <c>m01</c>'s cell in column <c>cur</c> of the grid <c>trade</c> has the control
/// <c>trade.m01.cur</c>; expressions read it under that name, and a whole row or column under <c>trade.m01</c> and <c>trade.cur</c>.
/// </summary>
public sealed record GridField : Field
{
    /// <summary>The most rows a grid has.</summary>
    public const int MostRows = 100;

    /// <summary>The most columns a grid has.</summary>
    public const int MostColumns = 12;

    /// <inheritdoc/>
    public override string Type => "grid";

    /// <summary>The indicators, from the top.</summary>
    public required IReadOnlyList<GridLine> Rows { get; init; }

    /// <summary>The columns, from the left.</summary>
    public required IReadOnlyList<GridLine> Columns { get; init; }

    /// <summary>The unit of all its numbers; null where rows have their own or there is none.</summary>
    public LocalizedText? Unit { get; init; }

    /// <summary>How many decimals its numbers may have.</summary>
    public int Places { get; init; } = 2;

    /// <summary>The smallest number allowed in a cell that is typed; null: none.</summary>
    public decimal? Min { get; init; }

    /// <summary>The largest number allowed in a cell that is typed; null: none.</summary>
    public decimal? Max { get; init; }

    /// <summary>Rows and columns.</summary>
    public IEnumerable<GridLine> Lines => Rows.Concat(Columns);

    /// <inheritdoc/>
    public override IReadOnlyList<string> Controls => [.. Rows.SelectMany(r => Columns.Select(c => ControlOf(r, c)))];

    /// <summary>The control of a cell.</summary>
    public string ControlOf(GridLine row, GridLine column) => $"{Code}.{row.Code}.{column.Code}";

    /// <summary>The code under which an evaluation says that a row applies.</summary>
    public string CodeOf(GridLine row) => $"{Code}.{row.Code}";

    /// <summary>The row and the column of a control; null where there is none.</summary>
    public (GridLine Row, GridLine Column)? Find(string control)
    {
        if (control.Split('.') is not [var code, var row, var column] || code != Code)
            return null;
        return Rows.FirstOrDefault(r => r.Code == row) is { } r && Columns.FirstOrDefault(c => c.Code == column) is { } c ? (r, c) : null;
    }

    /// <summary>A cell as a field of its own.</summary>
    public NumberField Cell(GridLine row, GridLine column)
    {
        NumberField cell = (column.Number ?? row.Number ?? GridNumber.Fraction) switch
        {
            GridNumber.Whole => new IntegerField { Code = ControlOf(row, column), Label = LabelOf(row, column) },
            GridNumber.Percent => new PercentField { Code = ControlOf(row, column), Label = LabelOf(row, column) },
            _ => new DecimalField
            {
                Code = ControlOf(row, column),
                Label = LabelOf(row, column),
                Places = Places,
            },
        };
        // What is calculated is as it comes out; bounds and decimals are for typing.
        return CalculateOf(row, column) is { } calculate
            ? cell with
            {
                Calculate = calculate,
                Places = 10,
            }
            : cell with
            {
                Min = Min,
                Max = Max,
            };
    }

    /// <summary>How a cell is calculated; null where it is typed.</summary>
    public static Expression? CalculateOf(GridLine row, GridLine column) => Calculation(row, column)?.Calculate;

    /// <inheritdoc/>
    public override bool Owns(string control) => Find(control) is not null;

    /// <inheritdoc/>
    public override bool IsCalculated(string control) => Find(control) is var (row, column) && CalculateOf(row, column) is not null;

    /// <inheritdoc/>
    public override string ScopeOf(string control) => Find(control) is var (row, _) ? CodeOf(row) : Code;

    /// <inheritdoc/>
    public override LocalizedText LabelOf(string control) => Find(control) is var (row, column) ? LabelOf(row, column) : Label;

    /// <inheritdoc/>
    public override bool IsBlank(AnswerSet answers) => Controls.All(c => answers[c] is null || IsCalculated(c));

    /// <inheritdoc/>
    public override ValueKind KindOf(string control) => ValueKind.Number;

    /// <inheritdoc/>
    public override IEnumerable<LocalizedText> CheckSettings()
    {
        if (Rows.Count is 0 or > MostRows || Columns.Count is 0 or > MostColumns)
            yield return new(
                $"填报表要有 1 到 {MostRows} 行、1 到 {MostColumns} 列。",
                $"A grid needs 1 to {MostRows} rows and 1 to {MostColumns} columns."
            );
        foreach (var group in Lines.GroupBy(l => l.Code, StringComparer.Ordinal).Where(g => g.Count() > 1))
            yield return new($"行和列的代码“{group.Key}”重复。", $"The code “{group.Key}” is used twice among rows and columns.");
        if (Min > Max)
            yield return new("min 大于 max。", "“min” is greater than “max”.");
        if (Places is < 0 or > 10)
            yield return new("places 应在 0 到 10 之间。", "“places” must be between 0 and 10.");
    }

    /// <inheritdoc/>
    public override string Normalise(string control, string text) =>
        Find(control) is var (row, column) ? Cell(row, column).Normalise(control, text) : PlainText.Line(text);

    /// <summary>Judges every cell that is filled in.</summary>
    public override IEnumerable<Problem> CheckAnswer(AnswerSet answers, EvaluationContext context) =>
        Rows.SelectMany(r => Columns.SelectMany(c => Cell(r, c).CheckAnswer(answers, context)));

    /// <inheritdoc/>
    public override Value Read(string control, AnswerSet answers) =>
        answers[control] is { } text && NumberText.TryRead(text, out var number) ? Value.Of(number) : Value.Missing;

    /// <summary>The values of a whole row or column (<c>trade.m01</c>, <c>trade.cur</c>); missing in a row that does not apply.</summary>
    public IReadOnlyList<Value> ReadLine(string name, AnswerSet answers, Func<string, bool> applies)
    {
        var line = name[(Code.Length + 1)..];
        return
        [
            .. Rows.SelectMany(r => Columns.Where(c => r.Code == line || c.Code == line).Select(c => (Row: r, Column: c)))
                .Select(x => applies(CodeOf(x.Row)) ? Read(ControlOf(x.Row, x.Column), answers) : Value.Missing),
        ];
    }

    /// <inheritdoc/>
    public override string Format(AnswerSet answers, Language language) =>
        string.Join(
            language == Language.Zh ? "；" : "; ",
            Rows.Select(r => (Row: r, Cells: Columns.Select(c => (Column: c, Text: Cell(r, c).Format(answers, language)))))
                .Select(x => (x.Row, Cells: x.Cells.Where(c => c.Text.Length > 0).ToList()))
                .Where(x => x.Cells.Count > 0)
                .Select(x =>
                    x.Row.Label.In(language)
                    + (language == Language.Zh ? "：" : ": ")
                    + string.Join(language == Language.Zh ? "，" : ", ", x.Cells.Select(c => $"{c.Column.Label.In(language)} {c.Text}"))
                )
        );

    /// <inheritdoc/>
    public override string FormatOf(string control, AnswerSet answers, Language language) =>
        Find(control) is var (row, column) ? Cell(row, column).Format(answers, language) : "";

    /// <inheritdoc/>
    public override AnswerTable Tabulate(AnswerSet answers, Language language, bool masked)
    {
        var units = Rows.Any(r => r.Unit is not null);
        string[] heads = [language == Language.Zh ? "指标" : "Indicator", .. UnitHead(), .. Columns.Select(c => c.Label.In(language))];
        return new(
            heads,
            [.. Rows.Select(r => (IReadOnlyList<string>)[r.Label.In(language), .. UnitOf(r), .. Columns.Select(c => Show(r, c))])],
            RowsAreNamed: true
        );

        IEnumerable<string> UnitHead() => units ? [language == Language.Zh ? "单位" : "Unit"] : [];
        IEnumerable<string> UnitOf(GridLine row) => units ? [(row.Unit ?? Unit)?.In(language) ?? ""] : [];
        string Show(GridLine row, GridLine column)
        {
            var cell = Cell(row, column) with { Personal = Personal };
            return masked ? cell.FormatMasked(answers, language) : cell.Format(answers, language);
        }
    }

    /// <summary>The line whose expression calculates a cell; null where it is typed.</summary>
    internal static GridLine? Calculation(GridLine row, GridLine column) =>
        column.Calculate is not null ? column
        : row.Calculate is not null ? row
        : null;

    /// <summary>The calculated cells, each after those it uses, and the circles among them.</summary>
    internal DependencyOrder Order()
    {
        var calculated = Rows.SelectMany(r => Columns.Select(c => (Row: r, Column: c)))
            .Where(x => Calculation(x.Row, x.Column) is not null)
            .ToDictionary(x => ControlOf(x.Row, x.Column), StringComparer.Ordinal);
        return DependencyOrder.Of([.. calculated.Keys], control => CellsUsed(calculated[control].Row, calculated[control].Column));
    }

    private IEnumerable<string> CellsUsed(GridLine row, GridLine column)
    {
        foreach (var name in CalculateOf(row, column)!.Uses)
        {
            if (Rows.FirstOrDefault(r => r.Code == name) is { } otherRow)
                yield return ControlOf(otherRow, column);
            else if (Columns.FirstOrDefault(c => c.Code == name) is { } otherColumn)
                yield return ControlOf(row, otherColumn);
            else if (Find(name) is not null)
                yield return name;
            else if (Lines.FirstOrDefault(l => $"{Code}.{l.Code}" == name) is { } line)
                foreach (var r in Rows)
                foreach (var c in Columns.Where(c => r == line || c == line))
                    yield return ControlOf(r, c);
        }
    }

    private static LocalizedText LabelOf(GridLine row, GridLine column) =>
        new($"{row.Label.Zh}（{column.Label.Zh}）", $"{row.Label.En} ({column.Label.En})");
}
