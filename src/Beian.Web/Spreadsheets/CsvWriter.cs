using System.Text;

namespace Beian.Web.Spreadsheets;

/// <summary>
/// CSV (RFC 4180) as office programs open it: UTF-8 with its mark. What a program would take for a formula is made text by an
/// apostrophe before it: cells are what strangers typed.
/// </summary>
public sealed class CsvWriter(Stream target) : TableWriter
{
    // The wide forms too: programs in East Asian languages read them as the narrow ones.
    private const string FormulaStarts = "=+-@＝＋－＠";

    private const int Enough = 32 * 1024;

    private readonly StringBuilder _text = new("\uFEFF");

    public override async Task WriteRowAsync(IReadOnlyList<string> cells, CancellationToken stop)
    {
        for (var i = 0; i < cells.Count; i++)
        {
            if (i > 0)
                _text.Append(',');
            Append(cells[i]);
        }
        _text.Append("\r\n");
        if (_text.Length > Enough)
            await FlushAsync(stop);
    }

    public override Task EndAsync(CancellationToken stop) => FlushAsync(stop);

    private void Append(string cell)
    {
        var start = cell.AsSpan().TrimStart(); // blanks, tabs and line ends before it hide nothing
        if (start.Length > 0 && FormulaStarts.Contains(start[0], StringComparison.Ordinal))
            cell = "'" + cell;
        if (cell.AsSpan().ContainsAny(",\"\r\n"))
            _text.Append('"').Append(cell.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
        else
            _text.Append(cell);
    }

    private async Task FlushAsync(CancellationToken stop)
    {
        await target.WriteAsync(Encoding.UTF8.GetBytes(_text.ToString()), stop);
        _text.Clear();
    }
}
