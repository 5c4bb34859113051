using System.Buffers;
using System.Globalization;
using Beian.Definitions;
using Beian.Definitions.Answers;
using Beian.Definitions.Codes;
using Beian.Definitions.Fields;
using Beian.Definitions.Packs;
using Beian.Web.Features.Filings;
using Beian.Web.Features.Register.Import.Sources;

namespace Beian.Web.Features.Register.Import;

/// <summary>
/// Reads a row as the form would: every answer in its normal form and checked by its field. What the old form did not have may be missing; what is
/// there must be right. Asks no database; safe for several rows at once.
/// </summary>
public sealed class RowReader(Pack pack, Columns columns, OfficeNames offices, DateOnly today)
{
    private static readonly LocalizedText _unreadable = new(
        "有无法识别的字符，请检查文件编码（UTF-8 或 GB18030）。",
        "There are characters that cannot be read; check the file's encoding (UTF-8 or GB18030)."
    );

    private static readonly DateField _date = new() { Code = "date", Label = new("日期", "Date") };

    private readonly Memory<string?> _offices = new(offices.Find);
    private readonly Memory<DateOnly?> _days = new(DayOf);
    private readonly Memory<SaidState> _states = new(StateOf);
    private readonly EvaluationContext _context = new(today, "", pack.Lifecycle.Kinds[0].Code, new HashSet<string>());

    /// <summary>In the order in which answers are kept.</summary>
    private readonly Column[] _answered =
    [
        .. columns.Known.Where(c => c.Field is not null).OrderBy(c => c.Control, StringComparer.Ordinal),
    ];

    private readonly Field[] _fields = [.. columns.Known.Select(c => c.Field).OfType<Field>().Distinct()];
    private readonly OrgCodeField? _orgCode = pack.Service.SubjectCodes.Select(pack.Form.Find).OfType<OrgCodeField>().FirstOrDefault();

    /// <summary>The row, or everything that is wrong with it.</summary>
    public (LegacyRow? Row, IReadOnlyList<RowFault> Faults) Read(SourceRow source)
    {
        if (source.Fault is { } fault)
            return (null, [new(source.Line, "", fault)]);
        var faults = new List<RowFault>();
        var answers = Answers(source, faults);
        var number = NumberOf(answers);
        if (number.Length > 0)
            answers = answers.With(pack.Register.NumberField, number);
        var said = Cell(source, ColumnRole.State) is { Length: > 0 } word ? _states.Of(word) : SaidState.Nothing;
        var state = said == SaidState.Nothing && number.Length > 0 ? EntryState.Valid : said.State;
        if (!said.IsKnown)
            Tell(ColumnRole.State, new("不认识的状态。", "Unknown state."));
        answers = Complete(answers);
        Check(answers, source.Line, faults);

        var authority = Cell(source, ColumnRole.Authority) is { Length: > 0 } office ? _offices.Of(office) : "";
        if (authority is null or "")
            Tell(
                ColumnRole.Authority,
                authority is null
                    ? new("没有这个备案登记机关。", "There is no such filing authority.")
                    : new("缺少备案登记机关。", "The filing authority is missing.")
            );
        var approved = Day(source, ColumnRole.ApprovedOn, faults);
        var first = Day(source, ColumnRole.FirstApprovedOn, faults) ?? approved;
        var submitted = Day(source, ColumnRole.SubmittedOn, faults);
        var subject = Subject.Of(pack, answers, null);
        Require(pack.Service.NameField, subject.Name);
        Require(pack.Service.SubjectCodes[0], subject.Code);
        if (pack.Service.EntryPer is { } part)
            Require(part, subject.Part);
        if (state is not null)
        {
            Require(pack.Register.NumberField, number);
            if (approved is null && !faults.Exists(f => f.Column == (columns.Find(ColumnRole.ApprovedOn)?.Header ?? "")))
                Tell(ColumnRole.ApprovedOn, new("缺少备案日期。", "The date of approval is missing."));
        }
        if (faults.Count > 0)
            return (null, faults);
        var code = answers[pack.Register.CodeField] ?? "";
        return (new(source.Line, state, answers, subject, number, code, authority!, first ?? today, approved ?? today, submitted), faults);

        void Tell(ColumnRole role, LocalizedText reason) =>
            faults.Add(new(source.Line, columns.Find(role)?.Header ?? role.ToString(), reason));

        void Require(string control, string text)
        {
            if (text.Length > 0 || faults.Exists(f => f.Column == HeaderOf(control)))
                return;
            var label = pack.Form.FindByControl(control)!.LabelOf(control);
            faults.Add(new(source.Line, HeaderOf(control), new($"缺少{label.Zh}。", $"{label.En} is missing.")));
        }
    }

    private AnswerSet Answers(SourceRow source, List<RowFault> faults)
    {
        var texts = ArrayPool<KeyValuePair<string, string>>.Shared.Rent(_answered.Length);
        var count = 0;
        foreach (var column in _answered)
        {
            if (column.Index >= source.Cells.Length)
                continue;
            var cell = source.Cells[column.Index];
            if (cell.Length == 0 || string.IsNullOrWhiteSpace(cell))
                continue;
            if (cell.Contains('\uFFFD', StringComparison.Ordinal))
            {
                faults.Add(new(source.Line, column.Header, _unreadable));
                continue;
            }
            var text = column.Choices?.Of(cell) ?? column.Field!.Normalise(column.Control, cell);
            if (text.Length > 0)
                texts[count++] = new(column.Control, text);
        }
        var answers = AnswerSet.FromFilled(texts.AsSpan(0, count));
        ArrayPool<KeyValuePair<string, string>>.Shared.Return(texts, clearArray: true);
        return answers;
    }

    /// <summary>登记表编号 in its full length: spreadsheets take leading zeros away.</summary>
    private string NumberOf(AnswerSet answers)
    {
        var number = answers[pack.Register.NumberField] ?? "";
        return
            number.Length > 0
            && pack.Form.Find(pack.Register.NumberField) is { Issue: { Prefix.Length: 0 } series }
            && !number.AsSpan().ContainsAnyExceptInRange('0', '9')
            ? number.PadLeft(series.Digits, '0')
            : number;
    }

    private static SaidState StateOf(string text) =>
        Columns.Tidy(text).Replace("，", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal) switch
        {
            "" => SaidState.Nothing,
            "已审核" or "已审批" or "已审核可变更" or "审核通过" or "有效" or "approved" or "valid" => new(true, EntryState.Valid),
            "上报" or "暂未审核" or "待审核" or "未审核" or "submitted" or "pending" => new(true, null),
            "自动失效" or "失效" or "lapsed" => new(true, EntryState.Lapsed),
            "注销" or "已注销" or "cancelled" => new(true, EntryState.Cancelled),
            "撤销" or "已撤销" or "revoked" => new(true, EntryState.Revoked),
            _ => new(false, null),
        };

    /// <summary>Old rows may have the 13-digit code alone: its last nine characters are the organisation code.</summary>
    private AnswerSet Complete(AnswerSet answers)
    {
        if (
            _orgCode is null
            || answers[pack.Register.CodeField] is not { Length: ImportExportCode.Length } code
            || Subject.ControlOf(pack, answers) is not null
            || OrgCode.Check(code[4..]) is not null
        )
            return answers;
        return answers.With(_orgCode.Code, code[4..]);
    }

    private void Check(AnswerSet answers, long line, List<RowFault> faults)
    {
        foreach (var field in _fields)
            if (!field.IsBlank(answers))
                foreach (var problem in field.CheckAnswer(answers, _context))
                    // What is missing was not asked for then.
                    if (problem.Level == ProblemLevel.Hard && problem.Code != "required")
                        faults.Add(new(line, HeaderOf(problem.Control), problem.Message));
        if (
            _orgCode is not null
            && answers[pack.Register.CodeField] is { } code
            && ImportExportCode.Check(code, OrganisationOf(answers)) is { } wrong
        )
            faults.Add(new(line, HeaderOf(pack.Register.CodeField), wrong));
        if (
            answers[pack.Register.NumberField] is { } number
            && pack.Form.Find(pack.Register.NumberField)?.Issue is { } series
            && (
                number.Length != series.Prefix.Length + series.Digits
                || !number.StartsWith(series.Prefix, StringComparison.Ordinal)
                || number.AsSpan(series.Prefix.Length).ContainsAnyExceptInRange('0', '9')
            )
        )
            faults.Add(
                new(
                    line,
                    HeaderOf(pack.Register.NumberField),
                    new(
                        $"编号应为“{series.Prefix}”加 {series.Digits} 位数字。",
                        $"A number is “{series.Prefix}” and {series.Digits} digits."
                    )
                )
            );
    }

    /// <summary>The organisation code the answers give; null where they give none that is sound.</summary>
    private string? OrganisationOf(AnswerSet answers)
    {
        if (Subject.ControlOf(pack, answers) is not { } control)
            return null;
        var key = Subject.KeyOf(answers[control]!);
        return OrgCode.Check(key) is null ? key : null;
    }

    private DateOnly? Day(SourceRow source, ColumnRole role, List<RowFault> faults)
    {
        if (Cell(source, role) is not { Length: > 0 } text)
            return null;
        if (_days.Of(text) is not { } day)
            faults.Add(
                new(
                    source.Line,
                    columns.Find(role)!.Header,
                    new("应为存在的日期，例如 2015-03-02。", "Enter a day that exists, such as 2015-03-02.")
                )
            );
        else if (day > today)
            faults.Add(new(source.Line, columns.Find(role)!.Header, new("日期在今天之后。", "The day is after today.")));
        else
            return day;
        return null;
    }

    private static DateOnly? DayOf(string text)
    {
        // 2015-03-02 00:00:00 and the like: the time of day is left out.
        var normal = _date.Normalise(_date.Code, text.Split(' ', 'T')[0]);
        return
            DateOnly.TryParseExact(normal, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year >= 1949
            ? day
            : null;
    }

    private string? Cell(SourceRow source, ColumnRole role) =>
        columns.Find(role) is { } column && column.Index < source.Cells.Length ? source.Cells[column.Index].Trim() : null;

    private string HeaderOf(string control) => columns.Find(control)?.Header ?? control;

    /// <param name="IsKnown">Whether the cell's word means anything.</param>
    /// <param name="State">How the entry stands; null: it waits, or nothing was said.</param>
    private readonly record struct SaidState(bool IsKnown, EntryState? State)
    {
        /// <summary>Of an empty cell: then the number tells.</summary>
        public static SaidState Nothing { get; } = new(true, null) { IsSilent = true };

        private bool IsSilent { get; init; }
    }
}
