using System.Globalization;
using System.Text;
using ExcelDataReader;

namespace Beian.Web.Features.Register.Import.Sources;

/// <summary>The first sheet of a spreadsheet (XLSX).</summary>
public sealed class XlsxSource : RowSource
{
    private readonly FileStream _file;
    private readonly IExcelDataReader _reader;

    /// <exception cref="ExcelDataReader.Exceptions.ExcelReaderException">The file is no spreadsheet.</exception>
    public XlsxSource(string path)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        _file = File.OpenRead(path);
        _reader = ExcelReaderFactory.CreateReader(_file);
    }

    public override IEnumerable<SourceRow> Rows()
    {
        for (var line = 1L; _reader.Read(); line++)
        {
            var cells = new string[_reader.FieldCount];
            for (var i = 0; i < cells.Length; i++)
                cells[i] = Text(_reader.GetValue(i));
            if (cells.Any(c => c.Length > 0))
                yield return new(line, cells);
        }
    }

    public override void Dispose()
    {
        _reader.Dispose();
        _file.Dispose();
    }

    private static string Text(object? value) =>
        value switch
        {
            null => "",
            string text => text,
            DateTime time => time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            double number when Math.Abs(number) < 1e15 && number == Math.Floor(number) => number.ToString(
                "0",
                CultureInfo.InvariantCulture
            ),
            IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString() ?? "",
        };
}
