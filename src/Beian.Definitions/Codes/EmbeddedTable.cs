using System.Text;

namespace Beian.Definitions.Codes;

/// <summary>A table shipped inside the program: comma-separated, first line the heads, cells may be quoted.</summary>
internal static class EmbeddedTable
{
    /// <summary>The rows of <c>Codes/Data/{name}.csv</c> without the heads.</summary>
    public static IEnumerable<string[]> Read(string name)
    {
        using var stream = typeof(EmbeddedTable).Assembly.GetManifestResourceStream($"Beian.Definitions.Codes.Data.{name}.csv")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        _ = reader.ReadLine();
        while (reader.ReadLine() is { } line)
            if (line.Length > 0)
                yield return Cells(line);
    }

    private static string[] Cells(string line)
    {
        if (!line.Contains('"', StringComparison.Ordinal))
            return line.Split(',');
        var cells = new List<string>();
        var cell = new StringBuilder();
        var quoted = false;
        foreach (var c in line)
        {
            if (c == '"')
                quoted = !quoted;
            else if (c == ',' && !quoted)
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else
                cell.Append(c);
        }
        cells.Add(cell.ToString());
        return [.. cells];
    }
}
