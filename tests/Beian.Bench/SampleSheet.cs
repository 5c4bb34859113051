using System.Globalization;
using Beian.Definitions.Sheets.Drawing;

namespace Beian.Bench;

/// <summary>A printed form as full as a real one: 123 texts in two sizes and two weights, a grid and a QR code. Every number gives another operator's.</summary>
internal static class SampleSheet
{
    private const int Rows = 20;
    private const double RowHeight = 12;
    private const double Top = 45;
    private const double Left = 15;
    private const double ColumnWidth = 90;

    private static readonly (string Zh, string En)[] Labels =
    [
        ("经营者中文名称", "Name in Chinese"),
        ("统一社会信用代码", "Unified social credit code"),
        ("经营者英文名称", "Name in English"),
        ("住所", "Registered domicile"),
        ("经营场所（中文）", "Business address in Chinese"),
        ("经营场所（英文）", "Business address in English"),
        ("联系电话", "Telephone"),
        ("邮政编码", "Post code"),
        ("工商登记注册日期", "Date of registration"),
        ("企业法定代表人姓名", "Legal representative"),
    ];

    public static DrawnPage Of(int number)
    {
        var entry = SyntheticEntry.At(number);
        string[] values = [.. Enumerable.Range(number, 2 * Rows / Labels.Length).SelectMany(Values)];
        var marks = new List<Mark>
        {
            new TextMark(57, 25, 18, Bold: true, "对外贸易经营者备案登记表"),
            new TextMark(Left, 38, 10, Bold: false, $"备案登记表编号：{entry.Number}"),
            new TextMark(125, 38, 10, Bold: false, $"进出口企业代码：{entry.Code}"),
            new QrMark(175, 8, 24, $"https://filings.example.test/verify/{entry.Number}{entry.Uscc}"),
            new BoxMark(Left, Top, 2 * ColumnWidth, Rows * RowHeight, 0.4, null),
            new LineMark(Left + ColumnWidth, Top, Left + ColumnWidth, Top + Rows * RowHeight, 0.2),
        };
        for (var i = 0; i < 2 * Rows; i++)
        {
            var (x, y) = (Left + i % 2 * ColumnWidth, Top + i / 2 * RowHeight);
            var (label, value) = (Labels[i % Labels.Length], values[i]);
            if (i % 2 == 0)
                marks.Add(new LineMark(Left, y, Left + 2 * ColumnWidth, y, 0.2));
            marks.Add(new BoxMark(x, y, 32, RowHeight, 0.2, i % 4 == 0 ? 0.95 : null));
            marks.Add(new TextMark(x + 1, y + 5, 9, Bold: true, label.Zh));
            marks.Add(new TextMark(x + 1, y + 10, 5.5, Bold: false, label.En));
            marks.Add(new TextMark(x + 33, y + 7, value.Length > 25 ? 5 : 9, Bold: false, value));
        }
        return new(210, 297, marks);
    }

    /// <summary>What stands beside the labels, in their order.</summary>
    private static string[] Values(int number)
    {
        var entry = SyntheticEntry.At(number);
        return
        [
            entry.Name,
            entry.Uscc,
            entry.NameEn,
            $"{entry.Brand}市示范区样本路{number % 2000}号",
            $"{entry.Brand}镇测试大道{number % 700}号镕㛃楼",
            $"NO.{number % 700} SAMPLE AVENUE, CHINA",
            $"010-5555{number % 10_000:D4}",
            (100_000 + number % 700_000).ToString(CultureInfo.InvariantCulture),
            $"20{number % 26:D2}年0{1 + number % 9}月1{number % 10}日",
            entry.Brand,
        ];
    }
}
