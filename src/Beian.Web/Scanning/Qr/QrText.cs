using System.Globalization;
using System.Text;

namespace Beian.Web.Scanning.Qr;

/// <summary>From a code's data to its text (ISO/IEC 18004, 7.4): digits, capitals and bytes; the latter are UTF-8, or else Latin-1.</summary>
internal ref struct QrText
{
    private const string Capitals = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

    private readonly ReadOnlySpan<byte> _data;
    private int _at; // in bits

    private QrText(ReadOnlySpan<byte> data) => _data = data;

    /// <returns>The text; null when the data are of a kind that is not read here or make no sense.</returns>
    public static string? Read(byte[] data, int version) => new QrText(data).Read(version);

    private string? Read(int version)
    {
        // How long the number of characters is, by size of the code: table 3.
        var size =
            version < 10 ? 0
            : version < 27 ? 1
            : 2;
        var bytes = new List<byte>();
        while (Left >= 4)
        {
            var read = Bits(4) switch
            {
                0 => false,
                1 => Digits(Bits(10 + 2 * size), bytes),
                2 => Pairs(Bits(9 + 2 * size), bytes),
                3 => Skip(16), // part of several codes: each is read by itself
                4 => Bytes(Bits(size == 0 ? 8 : 16), bytes),
                5 => true,
                7 => SkipEncoding(),
                9 => Skip(8),
                _ => null as bool?,
            };
            if (read is null)
                return null;
            if (read is false)
                break;
        }
        return Text([.. bytes]);
    }

    private readonly int Left => _data.Length * 8 - _at;

    /// <summary>The next number of so many bits; –1 when fewer are left.</summary>
    private int Bits(int count)
    {
        if (Left < count)
        {
            _at = _data.Length * 8;
            return -1;
        }
        var value = 0;
        for (; count > 0; count--, _at++)
            value = (value << 1) | ((_data[_at >> 3] >> (7 - (_at & 7))) & 1);
        return value;
    }

    private bool? Digits(int count, List<byte> bytes)
    {
        if (count < 0 || Left < count / 3 * 10 + (count % 3 * 10 + 2) / 3)
            return null;
        for (; count > 0; count -= 3)
        {
            var digits = Math.Min(count, 3);
            var value = Bits(digits * 3 + 1);
            var text = value.ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0');
            if (text.Length > digits)
                return null;
            bytes.AddRange(Encoding.ASCII.GetBytes(text));
        }
        return true;
    }

    private bool? Pairs(int count, List<byte> bytes)
    {
        if (count < 0 || Left < count / 2 * 11 + count % 2 * 6)
            return null;
        for (; count > 1; count -= 2)
        {
            var pair = Bits(11);
            if (pair >= 45 * 45)
                return null;
            bytes.Add((byte)Capitals[pair / 45]);
            bytes.Add((byte)Capitals[pair % 45]);
        }
        if (count == 0)
            return true;
        var last = Bits(6);
        if (last >= 45)
            return null;
        bytes.Add((byte)Capitals[last]);
        return true;
    }

    private bool? Bytes(int count, List<byte> bytes)
    {
        if (count < 0 || Left < count * 8)
            return null;
        for (; count > 0; count--)
            bytes.Add((byte)Bits(8));
        return true;
    }

    /// <summary>Names an encoding in one to three bytes; what is read here is told by the bytes themselves.</summary>
    private bool? SkipEncoding()
    {
        var first = Bits(8);
        return first < 0 ? null
            : first < 0x80 ? true
            : Skip(first < 0xC0 ? 8 : 16);
    }

    private bool? Skip(int count) => Bits(count) < 0 ? null : true;

    private static string Text(byte[] bytes)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(bytes);
        }
    }
}
