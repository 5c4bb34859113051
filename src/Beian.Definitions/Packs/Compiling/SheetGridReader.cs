namespace Beian.Definitions.Packs.Compiling;

/// <summary>Reads a grid: columns of given widths, rows of given heights, cells that may span several of both.</summary>
internal static class SheetGridReader
{
    /// <summary>Reads it onto the page.</summary>
    public static void Read(MapReader map, SheetLayer layer, SheetCellReader cells)
    {
        var (x, y) = layer.Begin(map);
        var columns = map.Lengths("columns", 1, 500);
        if (columns.Count == 0)
            map.Add(map.Node, new("缺少 columns：写出每一列的宽度。", "“columns” is missing: write the width of each column."));
        var rows = map.Maps("rows");
        var heights = rows.Select(r => r.RequiredLength("height", 1, 500, 10)).ToList();
        if (rows.Count == 0)
            map.Add(map.Node, new("缺少 rows。", "“rows” is missing."));
        var taken = new bool[rows.Count, columns.Count];
        foreach (var (row, line) in rows.Index())
        {
            var (column, isSound) = (0, true);
            foreach (var cell in line.Maps("cells"))
            {
                while (column < columns.Count && taken[row, column])
                    column++;
                var span = cell.Integer("span", 1, 100) ?? 1;
                var down = cell.Integer("down", 1, 100) ?? 1;
                if (!IsFree(taken, row, column, span, down))
                {
                    cell.Add(
                        cell.Node,
                        new(
                            $"超出表格或压在别的格子上：表格有 {columns.Count} 列、{rows.Count} 行。",
                            $"It reaches beyond the grid or over another cell: the grid has {columns.Count} columns and {rows.Count} rows."
                        )
                    );
                    isSound = false;
                    continue;
                }
                Take(taken, row, column, span, down);
                var left = x + columns.Take(column).Sum();
                var top = y + heights.Take(row).Sum();
                layer.Add(
                    cell,
                    cells.Read(cell, left, top, columns.Skip(column).Take(span).Sum(), heights.Skip(row).Take(down).Sum(), border: true)
                );
                cell.Finish();
            }
            if (isSound && Enumerable.Range(0, columns.Count).FirstOrDefault(c => !taken[row, c], -1) is >= 0 and var gap)
                line.Add(line.Node, new($"这一行从第 {gap + 1} 列起缺少格子。", $"This row has no cell at column {gap + 1}."));
            line.Finish();
        }
        layer.End(y + heights.Sum());
        map.Finish();
    }

    private static bool IsFree(bool[,] taken, int row, int column, int span, int down)
    {
        if (column + span > taken.GetLength(1) || row + down > taken.GetLength(0))
            return false;
        for (var r = row; r < row + down; r++)
        for (var c = column; c < column + span; c++)
            if (taken[r, c])
                return false;
        return true;
    }

    private static void Take(bool[,] taken, int row, int column, int span, int down)
    {
        for (var r = row; r < row + down; r++)
        for (var c = column; c < column + span; c++)
            taken[r, c] = true;
    }
}
