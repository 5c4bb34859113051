using System.Globalization;
using System.Text;

namespace Beian.Web.Scanning.Pdf;

/// <summary>Reads the values of a PDF (ISO 32000-1, 7.2 and 7.3) from a piece of it. What makes no sense reads as null.</summary>
internal ref struct PdfLexer(ReadOnlySpan<byte> pdf, int start)
{
    private const int MaxDepth = 20;

    private readonly ReadOnlySpan<byte> _pdf = pdf;

    /// <summary>Where the next value begins, or blanks before it.</summary>
    public int Position { get; private set; } = start;

    public static bool IsBlank(byte b) => b is 0 or 9 or 10 or 12 or 13 or 32;

    /// <summary>The next value; a <see cref="PdfWord"/> with no letters at the end.</summary>
    public object? Next() => Next(0);

    private object? Next(int depth)
    {
        SkipBlanks();
        if (Position >= _pdf.Length || depth > MaxDepth)
            return new PdfWord("");
        var first = _pdf[Position];
        switch ((char)first)
        {
            case '/':
                Position++;
                return new PdfName(NameText(Regular()));
            case '<' when Position + 1 < _pdf.Length && _pdf[Position + 1] == (byte)'<':
                Position += 2;
                return Dictionary(depth);
            case '<':
                Position++;
                return HexString();
            case '(':
                Position++;
                return LiteralString();
            case '[':
                Position++;
                return Array(depth);
            case '>' when Position + 1 < _pdf.Length && _pdf[Position + 1] == (byte)'>':
                Position += 2;
                return new PdfWord(">>");
            case '>' or ')' or ']' or '{' or '}':
                Position++;
                return new PdfWord(((char)first).ToString());
            case (>= '0' and <= '9') or '+' or '-' or '.':
                return Number();
            default:
                return Word();
        }
    }

    private object? Word()
    {
        var word = Encoding.Latin1.GetString(Regular());
        return word switch
        {
            "true" => true,
            "false" => false,
            "null" => null,
            _ => new PdfWord(word),
        };
    }

    private object? Number()
    {
        if (!double.TryParse(Regular(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            return null;
        // "12 0 R" points to an object.
        var after = Position;
        if (number is >= 0 and < int.MaxValue && number == Math.Floor(number))
        {
            SkipBlanks();
            if (Position < _pdf.Length && char.IsAsciiDigit((char)_pdf[Position]))
            {
                Regular();
                SkipBlanks();
                if (Position < _pdf.Length && _pdf[Position] == (byte)'R' && Regular().Length == 1)
                    return new PdfReference((int)number);
            }
        }
        Position = after;
        return number;
    }

    private PdfDictionary Dictionary(int depth)
    {
        var dictionary = new PdfDictionary();
        while (true)
        {
            var key = Next(depth + 1);
            if (key is PdfWord)
                return dictionary;
            var value = Next(depth + 1);
            if (key is PdfName name)
                dictionary[name.Text] = value;
            if (value is PdfWord)
                return dictionary;
        }
    }

    private List<object?> Array(int depth)
    {
        var array = new List<object?>();
        while (true)
        {
            var value = Next(depth + 1);
            if (value is PdfWord)
                return array;
            array.Add(value);
        }
    }

    private byte[] HexString()
    {
        var end = _pdf[Position..].IndexOf((byte)'>');
        var digits = end < 0 ? _pdf[Position..] : _pdf.Slice(Position, end);
        Position += digits.Length + 1;
        var bytes = new List<byte>();
        int? high = null;
        foreach (var b in digits)
        {
            if (!char.IsAsciiHexDigit((char)b))
                continue;
            var digit = Convert.ToInt32(((char)b).ToString(), 16);
            if (high is { } h)
                bytes.Add((byte)(h * 16 + digit));
            high = high is null ? digit : null;
        }
        if (high is { } odd)
            bytes.Add((byte)(odd * 16));
        return [.. bytes];
    }

    private byte[] LiteralString()
    {
        var bytes = new List<byte>();
        for (var open = 1; Position < _pdf.Length; Position++)
        {
            var b = _pdf[Position];
            if (b == '(')
                open++;
            else if (b == ')' && --open == 0)
            {
                Position++;
                break;
            }
            else if (b == '\\')
            {
                Escaped(bytes);
                continue;
            }
            bytes.Add(b);
        }
        return [.. bytes];
    }

    private void Escaped(List<byte> bytes)
    {
        if (++Position >= _pdf.Length)
            return;
        var b = _pdf[Position];
        if (b is >= (byte)'0' and <= (byte)'7')
        {
            var value = b - '0';
            for (var i = 0; i < 2 && Position + 1 < _pdf.Length && _pdf[Position + 1] is >= (byte)'0' and <= (byte)'7'; i++)
                value = value * 8 + _pdf[++Position] - '0';
            bytes.Add((byte)value);
            return;
        }
        switch ((char)b)
        {
            case '\r' when Position + 1 < _pdf.Length && _pdf[Position + 1] == (byte)'\n':
                Position++;
                break;
            case '\r' or '\n':
                break;
            default:
                bytes.Add("nrtbf".IndexOf((char)b, StringComparison.Ordinal) is >= 0 and var i ? "\n\r\t\b\f"u8[i] : b);
                break;
        }
    }

    private ReadOnlySpan<byte> Regular()
    {
        var start = Position;
        while (Position < _pdf.Length && !IsBlank(_pdf[Position]) && !"()<>[]{}/%"u8.Contains(_pdf[Position]))
            Position++;
        if (Position == start)
            Position++;
        return _pdf[start..Math.Min(Position, _pdf.Length)];
    }

    private void SkipBlanks()
    {
        while (Position < _pdf.Length)
        {
            if (_pdf[Position] == (byte)'%')
            {
                var end = _pdf[Position..].IndexOfAny((byte)'\r', (byte)'\n');
                Position = end < 0 ? _pdf.Length : Position + end;
            }
            else if (!IsBlank(_pdf[Position]))
                return;
            else
                Position++;
        }
    }

    private static string NameText(ReadOnlySpan<byte> raw)
    {
        var text = Encoding.Latin1.GetString(raw);
        for (var at = text.IndexOf('#', StringComparison.Ordinal); at >= 0 && at + 2 < text.Length; at = text.IndexOf('#', at + 1))
        {
            if (byte.TryParse(text.AsSpan(at + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
                text = $"{text[..at]}{(char)code}{text[(at + 3)..]}";
        }
        return text;
    }
}
