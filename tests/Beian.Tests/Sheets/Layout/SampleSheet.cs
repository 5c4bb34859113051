using Beian.Definitions;
using Beian.Definitions.Answers;
using Beian.Definitions.Fields;
using Beian.Definitions.Packs;
using Beian.Definitions.Sheets;
using Beian.Definitions.Sheets.Drawing;

namespace Beian.Tests.Sheets.Layout;

/// <summary>A sheet of A4 with a few cells, what is filled in, and fonts that are measured by counting.</summary>
internal static class SampleSheet
{
    public const double Margin = 10;

    public static readonly TextField Name = new() { Code = "name", Label = new("名称", "Name") };

    /// <summary>As fonts measure: Chinese characters one em, others by the kind of letter.</summary>
    public static double Width(string text, double size, bool bold) =>
        text.EnumerateRunes()
            .Sum(r =>
                r.Value >= 0x2E80 ? 1
                : r.Value is 'i' or 'l' or '.' or ' ' ? 0.3
                : r.Value is 'm' or 'W' ? 0.9
                : bold ? 0.6
                : 0.55
            )
        * size
        * 25.4
        / 72;

    public static SheetCell CellOf(double width, double height) =>
        new(Margin, Margin, width, height, new SheetText(SheetTemplate.Of(new("name")), null)) { Border = true };

    public static Sheet SheetOf(params SheetCell[] cells) => new("front", new("正面", "Front"), 1, 210, 297, Margin, 10.5, 6, cells, []);

    public static SheetData DataOf(string text, Field? field = null) =>
        DataOf(AnswerSet.From([KeyValuePair.Create("name", text)]), field ?? Name);

    public static SheetData DataOf(AnswerSet answers, Field field) =>
        new(
            new("样例", "Sample"),
            new FormDefinition([new Section("main", null, null, [field])], []),
            answers,
            SheetCopy.Register,
            Language.Zh
        );

    public static List<TextMark> Texts(DrawnPage page) => [.. page.Marks.OfType<TextMark>()];
}
