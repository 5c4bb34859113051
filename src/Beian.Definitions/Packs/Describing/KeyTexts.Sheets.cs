namespace Beian.Definitions.Packs.Describing;

internal static partial class KeyTexts
{
    /// <summary>sheets/*.yaml.</summary>
    private static Dictionary<string, LocalizedText> OfSheets() =>
        new()
        {
            ["sheets/*.yaml"] = new("打印的登记表，每个文件一面，尺寸按毫米。", "The printed form, a side a file, in millimetres."),
            ["sheets/*.yaml/title"] = new("名称。", "Its name."),
            ["sheets/*.yaml/title-en"] = new("英文名称。", "Its name in English."),
            ["sheets/*.yaml/order"] = new("打印的次序。", "Its place in the order of printing."),
            ["sheets/*.yaml/paper"] = new("纸张。", "The paper."),
            ["sheets/*.yaml/margin"] = new("页边距，毫米，默认 10。", "The margin in millimetres; 10 unless told."),
            ["sheets/*.yaml/text-size"] = new("字号，磅，默认 10.5。", "The size of texts in points; 10.5 unless told."),
            ["sheets/*.yaml/smallest-size"] = new(
                "放不下时最小缩到几磅，默认 6。",
                "How small a text that does not fit may get, in points; 6 unless told."
            ),
            ["sheets/*.yaml/parts"] = new(
                "各部分，从上到下；每项写 box、grid 或 table 之一。",
                "Its parts from top to bottom; each is one box, grid or table."
            ),
            ["sheets/*.yaml/parts/box"] = new("一个单独的格子。", "A single cell."),
            ["sheets/*.yaml/parts/grid"] = new("表格线内的若干格子。", "Cells within ruled lines."),
            ["sheets/*.yaml/parts/grid/columns"] = new("每一列的宽度。", "The width of each column."),
            ["sheets/*.yaml/parts/grid/rows"] = new("各行。", "Its rows."),
            ["sheets/*.yaml/parts/grid/rows/height"] = new("行高。", "The row's height."),
            ["sheets/*.yaml/parts/grid/rows/cells"] = new("这一行的格子，从左到右。", "Its cells from left to right."),
            ["sheets/*.yaml/parts/grid/rows/cells/span"] = new("占几列。", "How many columns it takes."),
            ["sheets/*.yaml/parts/grid/rows/cells/down"] = new("占几行。", "How many rows it takes."),
            ["sheets/*.yaml/parts/table"] = new("表格字段的各行。", "The rows of a table of the form."),
            ["sheets/*.yaml/parts/table/field"] = new("表单中的表格。", "The table of the form."),
            ["sheets/*.yaml/parts/table/rows"] = new(
                "印几行；多出的印在续页。",
                "How many rows are printed; the rest goes on further pages."
            ),
            ["sheets/*.yaml/parts/table/row-height"] = new("行高。", "The height of a row."),
            ["sheets/*.yaml/parts/table/head-height"] = new("列名一行的高度。", "The height of the headings."),
            ["sheets/*.yaml/parts/table/columns"] = new("各列。", "Its columns."),
            ["sheets/*.yaml/parts/table/columns/width"] = new("列宽。", "Its width."),
            ["sheets/*.yaml/parts/table/columns/row-number"] = new("这一列印序号。", "This column numbers the rows."),
            ["sheets/*.yaml/parts/table/columns/value"] = new("印表格的哪一列。", "Which column of the table it prints."),
            [Cell + "at"] = new(
                "位置：[离左边, 离上边]；不写则接在上一项下面。",
                "Its place: [from the left, from the top]; without it, below the part before."
            ),
            [Cell + "gap"] = new("与上一项的间隔。", "How far it stands from the part before."),
            [Cell + "width"] = new("宽。", "Its width."),
            [Cell + "height"] = new("高。", "Its height."),
            [Cell + "text"] = new("文字；{字段} 处印答案。", "A text; {field} prints an answer."),
            [Cell + "en"] = new("英文。", "The text in English."),
            [Cell + "value"] = new("印哪个答案。", "The answer it prints."),
            [Cell + "label"] = new("印哪个字段的名称。", "The field whose label it prints."),
            [Cell + "checks"] = new("印哪个字段的选项，已选的打勾。", "The field whose choices it prints, the chosen ones ticked."),
            [Cell + "qr"] = new("印二维码。", "Prints the QR code."),
            [Cell + "mark"] = new("印“申请”标记。", "Prints the mark of a copy for signature."),
            [Cell + "otherwise"] = new("没有答案时印什么。", "What is printed without an answer."),
            [Cell + "otherwise-en"] = new("没有答案时的英文。", "The same in English."),
            [Cell + "format"] = new("plain：按存的样子印。", "plain: as it is kept."),
            [Cell + "size"] = new("字号，磅。", "The size in points."),
            [Cell + "bold"] = new("粗体。", "Bold."),
            [Cell + "align"] = new("左右对齐。", "How it is aligned."),
            [Cell + "valign"] = new("上下对齐。", "How it is aligned vertically."),
            [Cell + "border"] = new("有边框。", "Whether it has a border."),
            [Cell + "tint"] = new("有底色。", "Whether it is tinted."),
        };
}
