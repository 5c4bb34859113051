namespace Beian.Definitions.Packs.Compiling;

/// <summary>Reads a box: one cell at a place of its own.</summary>
internal static class SheetBoxReader
{
    /// <summary>Reads it onto the page.</summary>
    public static void Read(MapReader map, SheetLayer layer, SheetCellReader cells)
    {
        var (x, y) = layer.Begin(map);
        var width = map.Length("width", 1, 500) ?? Math.Max(1, layer.Sheet.Width - layer.Sheet.Margin - x);
        var height = map.RequiredLength("height", 1, 500, 10);
        layer.Add(map, cells.Read(map, x, y, width, height, border: false));
        layer.End(y + height);
        map.Finish();
    }
}
