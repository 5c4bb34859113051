using System.Security.Cryptography;
using System.Text;

namespace Beian.Web.Features.Register.Import.Sources;

/// <summary>A file with rows: CSV in UTF-8 or GB18030, or a spreadsheet. Read row by row, never whole.</summary>
public abstract class RowSource : IDisposable
{
    /// <summary>The rows, the header first.</summary>
    public abstract IEnumerable<SourceRow> Rows();

    public abstract void Dispose();

    /// <summary>Opens a file by what it is: a ZIP archive is a spreadsheet, everything else is text.</summary>
    /// <param name="fingerprint">What <see cref="Fingerprint"/> found out about it.</param>
    public static RowSource Open(string path, FileFingerprint fingerprint) =>
        fingerprint.IsZip ? new XlsxSource(path) : new CsvSource(path, fingerprint.IsUtf8 ? Encoding.UTF8 : Gb18030);

    /// <summary>Reads a file once: its hash, and what kind of text it holds.</summary>
    public static FileFingerprint Fingerprint(string path)
    {
        using var file = File.OpenRead(path);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var decoder = new UTF8Encoding(false, throwOnInvalidBytes: true).GetDecoder();
        var (isUtf8, isZip, first) = (true, false, true);
        var buffer = new byte[1 << 20];
        for (int read; (read = file.Read(buffer)) > 0; first = false)
        {
            var part = buffer.AsSpan(0, read);
            hash.AppendData(part);
            isZip |= first && part.StartsWith("PK\x03\x04"u8);
            isUtf8 = isUtf8 && !isZip && Decodes(decoder, part);
        }
        return new(Convert.ToHexStringLower(hash.GetHashAndReset()), isZip, isUtf8 && Decodes(decoder, [], flush: true));
    }

    private static bool Decodes(Decoder decoder, ReadOnlySpan<byte> part, bool flush = false)
    {
        try
        {
            Span<char> characters = stackalloc char[4096];
            for (var completed = false; !completed; )
            {
                decoder.Convert(part, characters, flush, out var used, out _, out completed);
                part = part[used..];
            }
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    private static Encoding Gb18030
    {
        get
        {
            Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
            return Encoding.GetEncoding("GB18030");
        }
    }
}

/// <param name="Sha256">The hash of its content: a file is known again by it, whatever it is called.</param>
/// <param name="IsZip">Whether it is a ZIP archive, as spreadsheets are.</param>
/// <param name="IsUtf8">Whether all of it is UTF-8.</param>
public sealed record FileFingerprint(string Sha256, bool IsZip, bool IsUtf8);
