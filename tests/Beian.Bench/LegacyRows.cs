using System.Globalization;
using System.Text;

namespace Beian.Bench;

/// <summary>A file of the former system with synthetic operators: what <c>import operators</c> is measured with.</summary>
internal static class LegacyRows
{
    private const string Headers =
        "备案登记表编号,进出口企业代码,经营者中文名称,经营者英文名称,统一社会信用代码,住所,经营场所（中文）,经营场所（英文）,"
        + "联系传真,邮政编码,工商登记注册日期,企业法定代表人姓名,有效证件号（证件类型）,有效证件号（号码）,备案登记机关,备案日期,状态";

    /// <summary>Writes the file, unless it is there.</summary>
    /// <param name="office">The authority all rows name.</param>
    public static string Write(string folder, int rows, string office)
    {
        var path = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"operators-{rows}.csv"));
        if (File.Exists(path))
            return path;
        using (var file = new StreamWriter(path + ".writing", append: false, new UTF8Encoding(false)))
        {
            file.Write(Headers + "\r\n");
            for (var i = 0; i < rows; i++)
                file.Write(RowOf(i + 1, office) + "\r\n");
        }
        File.Move(path + ".writing", path);
        return path;
    }

    private static string RowOf(int index, string office)
    {
        var entry = SyntheticEntry.At(index);
        string[] cells =
        [
            entry.Number,
            entry.Code,
            entry.Name,
            entry.NameEn,
            entry.Uscc,
            entry.Answers["domicile"]!,
            entry.Answers["premisesZh"]!,
            entry.Answers["premisesEn"]!,
            entry.Answers["fax"]!,
            entry.Answers["zip"]!,
            entry.Answers["regDate"]!,
            "测试人",
            "护照",
            string.Create(CultureInfo.InvariantCulture, $"E{index:D8}"),
            office,
            string.Create(CultureInfo.InvariantCulture, $"20{5 + index % 11:D2}-0{1 + index % 9}-1{index % 10}"),
            "已审核",
        ];
        return string.Join(',', cells.Select(c => c.Contains(',', StringComparison.Ordinal) ? $"\"{c}\"" : c));
    }
}
