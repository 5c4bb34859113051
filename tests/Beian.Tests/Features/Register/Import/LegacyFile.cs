using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;
using Beian.Tests.Features.Office;

namespace Beian.Tests.Features.Register.Import;

/// <summary>A file of the former system, as a test needs it: rows of cells under Chinese headers.</summary>
internal sealed class LegacyFile : IDisposable
{
    public static readonly string[] Headers =
    [
        "备案登记表编号",
        "进出口企业代码",
        "经营者中文名称",
        "统一社会信用代码",
        "住所",
        "法定代表人",
        "有效证件号（证件类型）",
        "有效证件号（号码）",
        "备案登记机关",
        "备案日期",
        "状态",
    ];

    private static int _numbers = 40_000_000;

    private readonly StringBuilder _text = new();

    public LegacyFile()
    {
        _text.AppendJoin(',', Headers).Append("\r\n");
    }

    public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"beian-legacy-{Guid.CreateVersion7():N}.csv");

    public string Report => Path + ".faults.csv";

    /// <summary>A number nobody else has: a site goes on drawing behind the highest it took over, so there is room behind each.</summary>
    public static string NewNumber() => Interlocked.Add(ref _numbers, 100).ToString("D8", CultureInfo.InvariantCulture);

    /// <summary>The cells of an approved operator.</summary>
    public static string[] Approved(string name, string? uscc = null, string? number = null, string office = "广州市商务局")
    {
        uscc ??= Scene.NewUscc();
        return
        [
            number ?? NewNumber(),
            "4401" + uscc[8..17],
            name,
            uscc,
            "广东省广州市测试路1号",
            "测试人",
            "护照",
            "E12345678",
            office,
            "2015-03-02",
            "已审核",
        ];
    }

    /// <summary>The cells of one that waits.</summary>
    public static string[] Pending(string name, string? uscc = null) =>
        ["", "", name, uscc ?? Scene.NewUscc(), "广东省广州市测试路1号", "测试人", "", "", "A440100", "", "上报"];

    public LegacyFile Add(params string[] cells)
    {
        _text.AppendJoin(',', cells).Append("\r\n");
        return this;
    }

    /// <summary>The same cells with another in one column.</summary>
    public static string[] With(string[] cells, string header, string cell)
    {
        cells[Array.IndexOf(Headers, header)] = cell;
        return cells;
    }

    public LegacyFile Write(Encoding? encoding = null)
    {
        File.WriteAllText(Path, _text.ToString(), encoding ?? new UTF8Encoding(false));
        return this;
    }

    /// <summary>The rows as a spreadsheet, with texts in its cells.</summary>
    public LegacyFile WriteSheet()
    {
        using var zip = ZipFile.Open(Path, ZipArchiveMode.Create);
        Put(
            "[Content_Types].xml",
            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/><Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/></Types>"
        );
        Put(
            "_rels/.rels",
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
        );
        Put(
            "xl/_rels/workbook.xml.rels",
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"
        );
        Put(
            "xl/workbook.xml",
            "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"1\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
        );
        var rows = _text
            .ToString()
            .Split("\r\n", StringSplitOptions.RemoveEmptyEntries)
            .Select(
                (line, i) =>
                    $"<row r=\"{i + 1}\">{string.Concat(line.Split(',').Select((c, j) => $"<c r=\"{(char)('A' + j)}{i + 1}\" t=\"inlineStr\"><is><t>{SecurityElement.Escape(c)}</t></is></c>"))}</row>"
            );
        Put(
            "xl/worksheets/sheet1.xml",
            $"<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>{string.Concat(rows)}</sheetData></worksheet>"
        );
        return this;

        void Put(string name, string xml)
        {
            using var entry = new StreamWriter(zip.CreateEntry(name).Open(), new UTF8Encoding(false));
            entry.Write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + xml);
        }
    }

    public void Dispose()
    {
        File.Delete(Path);
        File.Delete(Report);
    }
}
