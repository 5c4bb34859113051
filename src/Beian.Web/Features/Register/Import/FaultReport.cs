using System.Globalization;
using System.Text;

namespace Beian.Web.Features.Register.Import;

/// <summary>The rows that were not taken, as a file for a spreadsheet: line, column and reason. What cells hold does not stand there.</summary>
public sealed class FaultReport : IDisposable
{
    private readonly FileStream _file;
    private readonly StringBuilder _waiting = new();

    /// <param name="keep">How many bytes of a former run's report to keep.</param>
    public FaultReport(string path, long keep)
    {
        _file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.Read);
        _file.SetLength(Math.Min(keep, _file.Length));
        _file.Seek(0, SeekOrigin.End);
        if (_file.Length == 0)
            _waiting.Append("\uFEFF行号,列,原因,line: reason\r\n");
    }

    public void Add(RowFault fault)
    {
        _waiting.Append(
            CultureInfo.InvariantCulture,
            $"{fault.Line},{Quote(fault.Column)},{Quote(fault.Reason.Zh)},{Quote(fault.Reason.En)}\r\n"
        );
        if (_waiting.Length > 1 << 16)
            Write();
    }

    /// <summary>Everything so far is on the disk.</summary>
    /// <returns>How long the report is, in bytes.</returns>
    public long Flush()
    {
        Write();
        _file.Flush(flushToDisk: true);
        return _file.Length;
    }

    public void Dispose()
    {
        Write();
        _file.Dispose();
    }

    private void Write()
    {
        _file.Write(Encoding.UTF8.GetBytes(_waiting.ToString()));
        _waiting.Clear();
    }

    private static string Quote(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
