using System.Text;

namespace Beian.Definitions.Sheets.Pdf;

/// <summary>Bytes of a PDF in the making: its syntax is ASCII, its numbers short decimals, its texts hexadecimal.</summary>
internal sealed class PdfBuffer
{
    private const double Largest = 1e7;

    private byte[] _bytes = new byte[4096];

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, Length);

    public PdfBuffer Add(ReadOnlySpan<byte> bytes)
    {
        Room(bytes.Length);
        bytes.CopyTo(_bytes.AsSpan(Length));
        Length += bytes.Length;
        return this;
    }

    public PdfBuffer Add(string ascii)
    {
        Room(ascii.Length);
        Length += Encoding.ASCII.GetBytes(ascii, _bytes.AsSpan(Length));
        return this;
    }

    /// <summary>A whole number.</summary>
    public PdfBuffer Add(int number)
    {
        Room(11);
        System.Buffers.Text.Utf8Formatter.TryFormat(number, _bytes.AsSpan(Length), out var written);
        Length += written;
        return this;
    }

    /// <summary>Another object, named by its number.</summary>
    public PdfBuffer Reference(int number) => Add(number).Add(" 0 R"u8);

    /// <summary>A number with two decimals at most, and a space: in points that is a 280th of a millimetre.</summary>
    public PdfBuffer Number(double number)
    {
        if (!(Math.Abs(number) < Largest))
            throw new ArgumentOutOfRangeException(nameof(number), number, "A place on paper is a number of millimetres.");
        var hundredths = (int)Math.Round(number * 100, MidpointRounding.AwayFromZero);
        if (hundredths < 0)
            Add("-"u8);
        var (whole, rest) = Math.DivRem(Math.Abs(hundredths), 100);
        Add(whole);
        if (rest != 0)
        {
            Room(3);
            _bytes[Length++] = (byte)'.';
            _bytes[Length++] = (byte)('0' + rest / 10);
            if (rest % 10 != 0)
                _bytes[Length++] = (byte)('0' + rest % 10);
        }
        return Add(" "u8);
    }

    /// <summary>Four hexadecimal digits.</summary>
    public PdfBuffer Hex(int number)
    {
        Room(4);
        for (var shift = 12; shift >= 0; shift -= 4)
            _bytes[Length++] = "0123456789ABCDEF"u8[(number >> shift) & 0xF];
        return this;
    }

    /// <summary>A code point in UTF-16, four or eight hexadecimal digits.</summary>
    public PdfBuffer Hex(Rune character)
    {
        Span<char> units = stackalloc char[2];
        foreach (var unit in units[..character.EncodeToUtf16(units)])
            Hex(unit);
        return this;
    }

    /// <summary>A text for people: UTF-16 with its mark, in angle brackets.</summary>
    public PdfBuffer Text(string text)
    {
        Add("<FEFF"u8);
        foreach (var character in text.EnumerateRunes())
            Hex(character);
        return Add(">"u8);
    }

    private void Room(int more)
    {
        if (Length + more > _bytes.Length)
            Array.Resize(ref _bytes, Math.Max(2 * _bytes.Length, Length + more));
    }
}
