using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Beian.Web.Spreadsheets;

/// <summary>
/// An Office Open XML workbook (ECMA-376) with as little in it as spreadsheets need: one sheet for each million rows, headings that
/// stay in sight, and text cells only, which no program takes for a formula or a number. See docs/adr/0019.
/// </summary>
public sealed class XlsxWriter(Stream target, string title, int rowsOfASheet = XlsxWriter.MostRows) : TableWriter
{
    /// <summary>The rows a sheet can have.</summary>
    public const int MostRows = 1_048_576;

    private const int LongestCell = 32_767;
    private const int Enough = 32 * 1024;
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Head = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""";

    private readonly ZipArchive _zip = new(target, ZipArchiveMode.Create, leaveOpen: true);
    private readonly StringBuilder _text = new();
    private IReadOnlyList<string> _headings = [];
    private Stream? _sheet;
    private int _sheets;
    private int _rows;

    public override async Task WriteRowAsync(IReadOnlyList<string> cells, CancellationToken stop)
    {
        if (_sheet is null)
            _headings = cells;
        else if (_rows == rowsOfASheet)
            await EndSheetAsync(stop);
        if (_sheet is null)
        {
            await BeginSheetAsync(cells.Count);
            if (!ReferenceEquals(cells, _headings))
                AppendRow(_headings, style: 2);
        }
        AppendRow(cells, ReferenceEquals(cells, _headings) ? 2 : 1);
        if (_text.Length > Enough)
            await FlushAsync(stop);
    }

    public override async Task EndAsync(CancellationToken stop)
    {
        if (_sheet is null)
            await BeginSheetAsync(0);
        await EndSheetAsync(stop);
        var sheets = Enumerable.Range(1, _sheets).ToList();
        await PartAsync(
            "xl/workbook.xml",
            $"""<workbook xmlns="{Main}" xmlns:r="{Relations}"><sheets>{string.Concat(sheets.Select(SheetOf))}</sheets></workbook>""",
            stop
        );
        await PartAsync(
            "xl/_rels/workbook.xml.rels",
            RelationsOf([.. sheets.Select(n => ($"s{n}", "worksheet", $"worksheets/sheet{n}.xml")), ("st", "styles", "styles.xml")]),
            stop
        );
        await PartAsync("_rels/.rels", RelationsOf([("w", "officeDocument", "xl/workbook.xml")]), stop);
        await PartAsync("xl/styles.xml", Styles, stop);
        await PartAsync("[Content_Types].xml", TypesOf(sheets), stop);
        await _zip.DisposeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await _zip.DisposeAsync();
        await base.DisposeAsync();
    }

    // Style 1 is text (format 49, @), so that a code typed over stays one; style 2 is that in bold.
    private static string Styles =>
        $"""<styleSheet xmlns="{Main}"><fonts count="2"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="11"/><name val="宋体"/></font></fonts>"""
        + """<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>"""
        + """<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>"""
        + """<cellXfs count="3"><xf xfId="0"/><xf numFmtId="49" xfId="0" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" xfId="0" applyNumberFormat="1" applyFont="1"/></cellXfs></styleSheet>""";

    private async Task BeginSheetAsync(int columns)
    {
        _sheet = await _zip.CreateEntry($"xl/worksheets/sheet{++_sheets}.xml", CompressionLevel.Fastest).OpenAsync();
        _rows = 0;
        _text
            .Append(Head)
            .Append($"<worksheet xmlns=\"{Main}\">")
            .Append(
                "<sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews>"
            );
        if (columns > 0)
            _text.Append(CultureInfo.InvariantCulture, $"<cols><col min=\"1\" max=\"{columns}\" width=\"22\" customWidth=\"1\"/></cols>");
        _text.Append("<sheetData>");
    }

    private async Task EndSheetAsync(CancellationToken stop)
    {
        _text.Append("</sheetData></worksheet>");
        await FlushAsync(stop);
        await _sheet!.DisposeAsync();
        _sheet = null;
    }

    private void AppendRow(IReadOnlyList<string> cells, int style)
    {
        _rows++;
        _text.Append("<row>");
        foreach (var cell in cells)
        {
            _text.Append(CultureInfo.InvariantCulture, $"<c t=\"inlineStr\" s=\"{style}\"><is><t xml:space=\"preserve\">");
            AppendText(cell.Length > LongestCell ? cell[..LongestCell] : cell);
            _text.Append("</t></is></c>");
        }
        _text.Append("</row>");
    }

    /// <summary>Escapes, and drops what XML cannot hold.</summary>
    private void AppendText(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '<')
                _text.Append("&lt;");
            else if (c == '>')
                _text.Append("&gt;");
            else if (c == '&')
                _text.Append("&amp;");
            else if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                _text.Append(c).Append(text[++i]);
            else if (XmlConvert.IsXmlChar(c))
                _text.Append(c);
        }
    }

    private async Task FlushAsync(CancellationToken stop)
    {
        await _sheet!.WriteAsync(Encoding.UTF8.GetBytes(_text.ToString()), stop);
        _text.Clear();
    }

    private async Task PartAsync(string name, string xml, CancellationToken stop)
    {
        await using var part = await _zip.CreateEntry(name, CompressionLevel.Fastest).OpenAsync(stop);
        await part.WriteAsync(Encoding.UTF8.GetBytes(Head + xml), stop);
    }

    private string SheetOf(int number)
    {
        // A sheet's name has at most 31 characters, and not every one.
        var name = string.Concat(title.Where(c => !"[]:*?/\\'".Contains(c, StringComparison.Ordinal)).Take(24));
        var shown = number == 1 ? name : string.Create(CultureInfo.InvariantCulture, $"{name} {number}");
        return $"""<sheet name="{System.Security.SecurityElement.Escape(shown)}" sheetId="{number}" r:id="s{number}"/>""";
    }

    private static string RelationsOf(IReadOnlyList<(string Id, string Type, string Target)> relations) =>
        """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">"""
        + string.Concat(relations.Select(r => $"""<Relationship Id="{r.Id}" Type="{Relations}/{r.Type}" Target="{r.Target}"/>"""))
        + "</Relationships>";

    private static string TypesOf(IReadOnlyList<int> sheets)
    {
        const string Type = "application/vnd.openxmlformats-officedocument.spreadsheetml";
        return """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>"""
            + $"""<Override PartName="/xl/workbook.xml" ContentType="{Type}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="{Type}.styles+xml"/>"""
            + string.Concat(
                sheets.Select(n => $"""<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="{Type}.worksheet+xml"/>""")
            )
            + "</Types>";
    }
}
