using Beian.Definitions.Fields;
using Beian.Definitions.Sheets;

namespace Beian.Definitions.Packs.Compiling;

/// <summary>Reads a table: which rows it repeats, how many fit on the sheet, its columns.</summary>
internal static class SheetTableReader
{
    private const int MostRows = 100;

    /// <summary>Reads it onto the page.</summary>
    public static void Read(MapReader map, SheetLayer layer, FormDefinition form)
    {
        var (x, y) = layer.Begin(map);
        var size = map.Length("size", 5, 30) ?? layer.Sheet.TextSize;
        var rowHeight = map.RequiredLength("row-height", 3, 200, 8);
        var headHeight = map.Length("head-height", 3, 200) ?? rowHeight;
        var rows = map.Integer("rows", 1, MostRows);
        if (rows is null && !map.Has("rows"))
            map.RequiredScalar("rows");
        var columns = map.Maps("columns");
        if (FindTable(map, form) is { } field)
        {
            var read = columns.Select(c => ReadColumn(c, field, layer.Sheet, size, headHeight, rowHeight)).ToList();
            if (read.Count == 0)
                map.Add(map.Node, new("columns 至少要有一列。", "“columns” needs at least one column."));
            var table = new SheetTable(field, x, y, headHeight, rowHeight, rows ?? 1, read, size);
            layer.Add(map, table);
            layer.End(y + table.Height);
        }
        map.Finish();
    }

    private static TableField? FindTable(MapReader map, FormDefinition form)
    {
        var code = map.RequiredScalar("field");
        if (form.Find(code.Text) is TableField table)
            return table;
        if (code.Text.Length > 0)
            map.Add(code, new($"表单中没有表格“{code.Text}”。", $"The form has no table “{code.Text}”."));
        return null;
    }

    private static SheetColumn ReadColumn(MapReader map, TableField table, Sheet sheet, double size, double headHeight, double rowHeight)
    {
        var width = map.RequiredLength("width", 3, 500, 20);
        var align = map.Word(
            "align",
            SheetAlign.Left,
            ("left", SheetAlign.Left),
            ("center", SheetAlign.Center),
            ("right", SheetAlign.Right)
        );
        var heading = map.TextBeside("text", "en");
        var plain = map.Word("format", false, ("normal", false), ("plain", true));
        var isNumber = map.Boolean("row-number");
        SheetValue? value = null;
        if (!isNumber || map.Has("value"))
        {
            var name = map.RequiredScalar("value", always: false);
            var field = table.Fields.FirstOrDefault(f => f.Code == name.Text || f.Owns(name.Text));
            if (field is null && name.Text.Length > 0)
                map.Add(name, new($"表格 {table.Code} 没有列“{name.Text}”。", $"The table {table.Code} has no column “{name.Text}”."));
            heading ??= field?.LabelOf(name.Text);
            value = new(name.Text, plain);
        }
        var head = new SheetCell(0, 0, width, headHeight, null) { Size = size, Border = true };
        if (heading is not null && !SheetRoom.Fits(sheet, head, heading))
            map.Add(map.Node, new("格子太小，装不下列名。", "The cell is too small for its heading."));
        if (value is not null && !SheetRoom.HoldsValues(sheet, head with { Height = rowHeight }))
            map.Add(map.Node, new("格子太小，装不下一个值：请加宽或加高。", "The cell is too small for a value: make it wider or higher."));
        map.Finish();
        return new(heading ?? new("序号", "No."), value, width, align);
    }
}
