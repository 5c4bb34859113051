using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;

namespace Beian.Definitions.Sheets.Pdf;

/// <summary>The frame of a PDF 1.7 (ISO 32000-1): numbered objects, where they begin, and the trailer.</summary>
internal sealed class PdfFile
{
    private readonly PdfBuffer _file = new();
    private readonly List<int> _places = []; // of object 1, 2 …; 0 where it is not written yet

    // The four bytes above 127 tell programs that move files that this one is not text.
    public PdfFile() => _file.Add("%PDF-1.7\n%"u8).Add([0xE2, 0xE3, 0xCF, 0xD3, (byte)'\n']);

    /// <summary>Gives out the number of an object that is written later.</summary>
    public int Reserve()
    {
        _places.Add(0);
        return _places.Count;
    }

    /// <summary>Writes an object; what it consists of is added by the caller, up to <see cref="End"/>.</summary>
    public PdfBuffer Begin(int number)
    {
        _places[number - 1] = _file.Length;
        return _file.Add(number).Add(" 0 obj\n"u8);
    }

    public void End() => _file.Add("\nendobj\n"u8);

    /// <summary>Writes a stream.</summary>
    /// <param name="entries">What its dictionary has beside the length and the filter.</param>
    /// <param name="packed">Whether the content is deflated.</param>
    public void Stream(int number, ReadOnlySpan<byte> content, string entries = "", bool packed = true)
    {
        if (packed)
            content = Deflate(content);
        var file = Begin(number).Add("<< /Length "u8).Add(content.Length).Add(entries);
        if (packed)
            file.Add(" /Filter /FlateDecode"u8);
        file.Add(" >>\nstream\n"u8).Add(content).Add("\nendstream"u8);
        End();
    }

    /// <summary>The whole file.</summary>
    public byte[] Finish(int catalogue, int info)
    {
        var table = _file.Length;
        _file.Add("xref\n0 "u8).Add(_places.Count + 1).Add("\n0000000000 65535 f \n"u8);
        foreach (var place in _places)
            _file.Add(place.ToString("D10", CultureInfo.InvariantCulture)).Add(" 00000 n \n"u8);
        var id = Convert.ToHexString(SHA256.HashData(_file.Bytes).AsSpan(0, 16));
        _file.Add("trailer\n<< /Size "u8).Add(_places.Count + 1).Add(" /Root "u8).Reference(catalogue);
        _file
            .Add(" /Info "u8)
            .Reference(info)
            .Add(" /ID [<"u8)
            .Add(id)
            .Add("> <"u8)
            .Add(id)
            .Add(">] >>\nstartxref\n"u8)
            .Add(table)
            .Add("\n%%EOF\n"u8);
        return _file.Bytes.ToArray();
    }

    private static ReadOnlySpan<byte> Deflate(ReadOnlySpan<byte> content)
    {
        var packed = new MemoryStream(content.Length / 2 + 64);
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            zlib.Write(content);
        return packed.GetBuffer().AsSpan(0, (int)packed.Length);
    }
}
