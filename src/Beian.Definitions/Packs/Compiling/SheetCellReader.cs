using Beian.Definitions.Packs.Nodes;
using Beian.Definitions.Sheets;
using Beian.Definitions.Sheets.Layout;

namespace Beian.Definitions.Packs.Compiling;

/// <summary>Reads what stands in a cell and how.</summary>
internal sealed class SheetCellReader(Sheet sheet, FormDefinition form)
{
    private const double LeastQr = 24;

    private static readonly string[] _kinds = ["text", "value", "label", "checks", "qr", "mark"];

    private readonly SheetValueReader _values = new(form);

    /// <summary>Reads a cell of a size.</summary>
    public SheetCell Read(MapReader map, double x, double y, double width, double height, bool border)
    {
        var content = ReadContent(map);
        var cell = new SheetCell(x, y, width, height, content)
        {
            Size = map.Length("size", 5, 60) ?? sheet.TextSize,
            Bold = map.Boolean("bold"),
            Align = map.Word(
                "align",
                SheetAlign.Left,
                ("left", SheetAlign.Left),
                ("center", SheetAlign.Center),
                ("right", SheetAlign.Right)
            ),
            VerticalAlign = map.Word(
                "valign",
                SheetVerticalAlign.Middle,
                ("top", SheetVerticalAlign.Top),
                ("middle", SheetVerticalAlign.Middle),
                ("bottom", SheetVerticalAlign.Bottom)
            ),
            Border = map.Boolean("border", border),
            Tint = map.Boolean("tint"),
        };
        CheckRoom(map, cell);
        return cell;
    }

    private SheetContent? ReadContent(MapReader map)
    {
        var given = _kinds.Where(k => map.Node[k] is not null).ToList();
        if (given.Count > 1)
            map.Add(
                map.Node[given[1]]!,
                new($"一个格子只写一种内容：{string.Join("、", _kinds)}。", $"A cell holds one of {string.Join(", ", _kinds)}.")
            );
        foreach (var kind in _kinds)
            map.Has(kind);
        var text = map.TextBeside("text", "en");
        var otherwise = map.TextBeside("otherwise", "otherwise-en");
        var plain = map.Word("format", false, ("normal", false), ("plain", true));
        return given.FirstOrDefault() switch
        {
            "text" when text is not null => new SheetText(_values.ReadTemplate(map, text), otherwise),
            "value" when _values.Read(map, "value", plain) is { } value => new SheetText(SheetTemplate.Of(value), otherwise),
            "label" => ReadLabel(map),
            "checks" => ReadChecks(map),
            "qr" when map.Boolean("qr") => new SheetQr(),
            "mark" when map.Boolean("mark") => new SheetCopyMark(),
            _ => null,
        };
    }

    private SheetText? ReadLabel(MapReader map)
    {
        if (_values.FindField(map, "label") is not { } field)
            return null;
        var label = field.LabelOf(map.Scalar("label")!.Text);
        return new(SheetTemplate.Fixed(label), null);
    }

    private SheetChecks? ReadChecks(MapReader map)
    {
        if (_values.FindField(map, "checks") is not { } field)
            return null;
        if (SheetWords.ChoicesOf(field) is { } choices)
            return new(field, choices);
        map.Add(
            map.Node["checks"]!,
            new(
                $"字段 {field.Code} 没有可勾选的选项，只有 choice、choices 和 yes-no 有。",
                $"The field {field.Code} has nothing to tick; only choice, choices and yes-no have."
            )
        );
        return null;
    }

    /// <summary>A fixed text must have room as it is; a value needs room for at least a word and for saying where it goes on.</summary>
    private void CheckRoom(MapReader map, SheetCell cell)
    {
        switch (cell.Content)
        {
            case SheetQr when cell.Width < LeastQr || cell.Height < LeastQr + 4:
                Small(
                    map,
                    new($"二维码至少要 {LeastQr} × {LeastQr + 4} 毫米。", $"A QR code needs {LeastQr} × {LeastQr + 4} millimetres.")
                );
                break;
            case SheetText { Template.IsFixed: true } text when !SheetRoom.Fits(sheet, cell, SheetRoom.TextOf(text)):
                Small(map, new("格子太小，装不下这段文字。", "The cell is too small for this text."));
                break;
            case SheetChecks checks when !SheetRoom.Fits(sheet, cell, SheetRoom.TextOf(checks)):
                Small(map, new("格子太小，装不下全部选项。", "The cell is too small for all answers offered."));
                break;
            case SheetText when !SheetRoom.HoldsValues(sheet, cell):
                Small(map, new("格子太小，装不下一个值：请加宽或加高。", "The cell is too small for a value: make it wider or higher."));
                break;
        }
    }

    private static void Small(MapReader map, LocalizedText message)
    {
        Node at = _kinds.Select(k => map.Node[k]).FirstOrDefault(n => n is not null) ?? map.Node;
        map.Add(at, message);
    }
}
