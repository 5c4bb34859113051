using System.Globalization;
using Beian.Definitions;
using Beian.Definitions.Fields;
using Beian.Web.Authorities;
using Beian.Web.Web;

namespace Beian.Web.Features.Office.Ledger;

/// <summary>A column of a ledger.</summary>
/// <param name="Heading">What it is called.</param>
/// <param name="Text">What stands in it.</param>
/// <param name="IsTime">Whether that is a day or a time, which breaks at its hyphens where nobody forbids it.</param>
/// <param name="IsBelow">Whether it stands below the one before it on a page, where all side by side would be wider than a window.</param>
public sealed record LedgerColumn(LocalizedText Heading, Func<LedgerRow, Language, string> Text, bool IsTime = false, bool IsBelow = false);

/// <summary>The columns of a ledger: what register.yaml lists, the numbers given, the dates, the state and the authority.</summary>
public static class LedgerTable
{
    /// <summary>The columns of a spreadsheet: all there are, the name first and the state last.</summary>
    public static IReadOnlyList<LedgerColumn> SpreadsheetOf(LedgerFilter filter, AuthorityTree authorities) =>
        [
            new(NameOf(filter), (r, _) => r.Name),
            .. ColumnsOf(filter, full: true, authorities),
            new(new("状态", "State"), (r, language) => r.State.In(language)),
        ];

    /// <summary>The cells of a page's line beside the name and the state, each with what stands in it one below the other.</summary>
    public static IReadOnlyList<IReadOnlyList<LedgerColumn>> CellsOf(LedgerFilter filter, AuthorityTree authorities)
    {
        var cells = new List<List<LedgerColumn>>();
        foreach (var column in ColumnsOf(filter, full: false, authorities))
            if (column.IsBelow && cells is [.., var above])
                above.Add(column);
            else
                cells.Add([column]);
        return cells;
    }

    public static LocalizedText KindHeading { get; } = new("类别", "Kind");

    /// <summary>What the first column is called.</summary>
    public static LocalizedText NameOf(LedgerFilter filter) => filter.Pack.Form[filter.Pack.Service.NameField].Label;

    /// <summary>The columns beside the name, which begins the line.</summary>
    /// <param name="full">All that register.yaml makes public, for a spreadsheet; otherwise what its list has, for a page.</param>
    private static List<LedgerColumn> ColumnsOf(LedgerFilter filter, bool full, AuthorityTree authorities)
    {
        var (form, register) = (filter.Pack.Form, filter.Pack.Register);
        var (number, code) = (form[register.NumberField], form[register.CodeField]);
        var (enterprise, ofFilings) = (filter.Pack.Service.SubjectCodes, filter.OfFilings);
        var columns = new List<LedgerColumn> { new(new("企业代码", "Enterprise code"), (r, _) => r.EnterpriseCode) };
        if (ofFilings)
            columns.Add(new(new("系统编号", "System number"), (r, _) => r.SystemNumber, IsBelow: true));
        columns.Add(new(number.Label, (r, _) => r.EntryNumber));
        if (code != number)
            columns.Add(new(code.Label, (r, _) => r.EntryCode, IsBelow: true));
        columns.AddRange(
            (full ? register.List.Concat(register.Entry).Distinct() : register.List)
                .Select(c => form.Fields.FirstOrDefault(f => f.Code == c))
                .OfType<Field>()
                .Where(f =>
                    !f.Personal && f != number && f != code && f.Code != filter.Pack.Service.NameField && !enterprise.Contains(f.Code)
                )
                // A filing has what was sent; the rest is given at the approval and stands in the entry.
                .Where(f => !ofFilings || f.FilledBy == FilledBy.Enterprise)
                .Select(f => new LedgerColumn(f.Label, (r, language) => f.FormatMasked(r.Answers, language), f is DateField))
        );
        if (ofFilings)
        {
            // On a page it stands with the state.
            if (full)
                columns.Add(new(KindHeading, (r, language) => r.Kind.In(language)));
            columns.Add(new(new("上报时间", "Submitted"), (r, _) => Minute(r.SubmittedAt), IsTime: true));
            columns.Add(new(new("办理时间", "Decided"), (r, _) => Minute(r.ApprovedAt), IsTime: true, IsBelow: true));
        }
        else
        {
            columns.Add(new(new("首次备案日期", "First approved"), (r, _) => Day(r.FirstApprovedAt), IsTime: true));
            columns.Add(new(new("备案日期", "Approved"), (r, _) => Day(r.ApprovedAt), IsTime: true, IsBelow: true));
        }
        columns.Add(new(new("备案登记机关", "Filing authority"), (r, _) => authorities.Find(r.AuthorityId)?.Name ?? ""));
        return columns;
    }

    private static string Minute(DateTime? utc) =>
        utc is { } time ? ChinaTime.At(time).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) : "";

    private static string Day(DateTime? utc) =>
        utc is { } time ? ChinaTime.DateAt(time).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "";
}
