using Beian.Definitions;

namespace Beian.Web.Features.Filings;

/// <summary>What a file is, judged by its first bytes; its name and what the browser says of it count for nothing.</summary>
/// <param name="MediaType">The media type it is served with.</param>
/// <param name="Extensions">The extensions its name may have.</param>
public sealed record FileKind(string MediaType, IReadOnlyList<string> Extensions)
{
    /// <summary>How many first bytes are enough to judge by.</summary>
    public const int HeadLength = 16;

    public static FileKind Pdf { get; } = new("application/pdf", [".pdf"]);

    public static FileKind Jpeg { get; } = new("image/jpeg", [".jpg", ".jpeg"]);

    public static FileKind Png { get; } = new("image/png", [".png"]);

    /// <summary>All that are accepted.</summary>
    public static IReadOnlyList<FileKind> All { get; } = [Pdf, Jpeg, Png];

    /// <summary>The kind of an accepted file; null for any other.</summary>
    public static FileKind? Of(ReadOnlySpan<byte> head) =>
        head.StartsWith("%PDF-"u8) ? Pdf
        : head.StartsWith<byte>([0xFF, 0xD8, 0xFF]) ? Jpeg
        : head.StartsWith<byte>([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]) ? Png
        : null;

    /// <summary>What a file that is not accepted seems to be, so that its owner understands the refusal.</summary>
    public static LocalizedText Describe(ReadOnlySpan<byte> head) =>
        head.StartsWith("MZ"u8) || head.StartsWith<byte>([0x7F, (byte)'E', (byte)'L', (byte)'F'])
            ? new("可执行程序", "a program (executable)")
        : head.StartsWith("PK"u8) ? new("压缩包或 Office 文档", "an archive or an Office document")
        : head.StartsWith<byte>([0xD0, 0xCF, 0x11, 0xE0]) ? new("旧版 Office 文档", "an old Office document")
        : head.StartsWith("Rar!"u8) || head.StartsWith("7z"u8) ? new("压缩包", "an archive")
        : head.StartsWith("GIF8"u8) || head.StartsWith("BM"u8) || head.StartsWith("RIFF"u8) || head.StartsWith("II*"u8)
            ? new("其他格式的图片", "a picture of another format")
        : head is [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', ..] ? new("HEIC 图片或视频", "a HEIC picture or a video")
        : head.StartsWith("<"u8) ? new("网页文件", "a web page")
        : new("无法识别的文件", "a file of an unknown kind");
}
