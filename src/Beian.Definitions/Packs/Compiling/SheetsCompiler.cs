using Beian.Definitions.Sheets;

namespace Beian.Definitions.Packs.Compiling;

/// <summary>Compiles sheets/*.yaml: the printed form of a pack on a millimetre grid. A pack without any prints nothing.</summary>
internal static class SheetsCompiler
{
    /// <summary>The folder they stand in, with the slash.</summary>
    public const string Folder = "sheets/";

    private const int MostSheets = 20;
    private const int MostCells = 1000;

    private static readonly (string Word, (double Width, double Height) Value)[] _papers =
    [
        ("A4", (210, 297)),
        ("A4-landscape", (297, 210)),
    ];

    /// <summary>The sheets, in the order of printing.</summary>
    public static IReadOnlyList<Sheet> Compile(Compilation compilation, FormDefinition form)
    {
        var files = compilation
            .Files.Keys.Where(f => f.StartsWith(Folder, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .ToList();
        foreach (var file in files.Skip(MostSheets))
            compilation.Add(file, compilation.Files[file], new($"最多 {MostSheets} 张。", $"At most {MostSheets} sheets are allowed."));
        return
        [
            .. files
                .Take(MostSheets)
                .Select(f => Compile(compilation, f, form))
                .OfType<Sheet>()
                .OrderBy(s => s.Order)
                .ThenBy(s => s.Code, StringComparer.Ordinal),
        ];
    }

    private static Sheet? Compile(Compilation compilation, string file, FormDefinition form)
    {
        if (compilation.Open(file) is not { } root)
            return null;
        var (width, height) = root.Word("paper", _papers[0].Value, _papers);
        var title = root.TextBeside("title", "title-en");
        if (title is null)
            root.RequiredScalar("title");
        var sheet = new Sheet(
            Path.GetFileNameWithoutExtension(file),
            title ?? new("?", "?"),
            root.Integer("order", 1, MostSheets) ?? 1,
            width,
            height,
            root.Length("margin", 0, 50) ?? 10,
            root.Length("text-size", 6, 30) ?? 10.5,
            root.Length("smallest-size", 5, 12) ?? 6,
            [],
            []
        );
        if (!IsCode(sheet.Code))
            root.Add(
                root.Node,
                new("文件名只能用小写英文字母、数字和连字符。", "The file's name may hold only lower-case letters, digits and hyphens.")
            );
        var layer = new SheetLayer(sheet);
        var parts = root.Maps("parts");
        foreach (var part in parts)
            ReadPart(part, layer, form);
        if (parts.Count == 0)
            root.Add(root.Node, new("parts 至少要有一项。", "“parts” needs at least one part."));
        if (layer.Cells.Count > MostCells)
            root.Add(root.Node, new($"最多 {MostCells} 个格子。", $"At most {MostCells} cells are allowed."));
        root.Finish();
        return sheet with { Cells = layer.Cells, Tables = layer.Tables };
    }

    private static void ReadPart(MapReader part, SheetLayer layer, FormDefinition form)
    {
        var cells = new SheetCellReader(layer.Sheet, form);
        if (part.Map("box") is { } box)
            SheetBoxReader.Read(box, layer, cells);
        if (part.Map("grid") is { } grid)
            SheetGridReader.Read(grid, layer, cells);
        if (part.Map("table") is { } table)
            SheetTableReader.Read(table, layer, form);
        if (part.Node.Entries.Count != 1)
            part.Add(part.Node, new("每一项写一个 box、grid 或 table。", "Each part is one “box”, “grid” or “table”."));
        part.Finish();
    }

    private static bool IsCode(string text) =>
        text.Length is > 0 and <= 40 && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
}
