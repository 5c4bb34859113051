using Beian.Definitions;
using Beian.Definitions.Answers;
using Beian.Web.Features.Filings.Signing;

namespace Beian.Web.Features.Filings;

/// <summary>A file that came with a form and lies in the store already.</summary>
/// <param name="Code">The attachment it is for.</param>
/// <param name="FileName">Its name at the filer's, without a path.</param>
/// <param name="Sheet">What reading it told, of the scan of a signed sheet; null for any other file, and before it is read.</param>
public sealed record ReceivedFile(string Code, string FileName, StoredFile Stored, SheetReading? Sheet = null)
{
    /// <summary>How long a file may be.</summary>
    public const long MaxLength = 10 * 1024 * 1024;

    /// <summary>How many files a filing may have.</summary>
    public const int MaxFiles = 20;

    public static Problem TooLong(string code, string fileName) =>
        new(
            code,
            "file-size",
            new(
                $"“{fileName}”超过 10 MB，没有保存。请压缩或降低扫描分辨率后重新上传。",
                $"“{fileName}” is larger than 10 MB and was not kept. Please scan it at a lower resolution and upload it again."
            )
        );

    public static Problem WrongKind(string code, string fileName, LocalizedText kind) =>
        new(
            code,
            "file-kind",
            new(
                $"“{fileName}”的内容是{kind.Zh}，不是 PDF、JPG 或 PNG，没有保存。只改文件名不能改变文件格式，请另存或扫描为 PDF、JPG、PNG。",
                $"By its content, “{fileName}” is {kind.En}, not a PDF, JPG or PNG, and was not kept. Renaming a file does not change its format; please save or scan it as one of the three."
            )
        );

    public static Problem Empty(string code, string fileName) =>
        new(code, "file-empty", new($"“{fileName}”是空文件，没有保存。", $"“{fileName}” is empty and was not kept."));

    public static Problem TooMany(string code, string fileName, int max) =>
        new(
            code,
            "file-count",
            new($"“{fileName}”没有保存：这里最多 {max} 个文件。", $"“{fileName}” was not kept: at most {max} files are allowed here.")
        );

    /// <summary>The last part of a name as browsers send it, without what could break a header or a line.</summary>
    public static string CleanName(string? name)
    {
        var last = (name ?? "").Split('/', '\\')[^1];
        var clean = string.Concat(last.Where(c => !char.IsControl(c) && c is not '"' and not '\uFFFD')).Trim();
        return clean.Length == 0 ? "file"
            : clean.Length <= 120 ? clean
            : clean[..80] + "…" + clean[^30..];
    }
}
