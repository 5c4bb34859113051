using System.Globalization;

namespace Beian.Web.Scanning.Pdf;

/// <summary>
/// The objects of a PDF, found by going through the file from its first byte to its last: a table that points wrongly, or is missing, does no
/// harm. Objects inside object streams are found when something points to them.
/// </summary>
internal sealed class PdfFile
{
    private const int MaxObjects = 300_000;

    /// <summary>What is said of a stream, or any other object that matters here, is much shorter.</summary>
    private const int MaxObjectLength = 128 * 1024;

    private const int MaxPackedObjects = 16 * 1024 * 1024;

    private readonly ReadOnlyMemory<byte> _pdf;
    private readonly Deadline _deadline;
    private readonly Dictionary<int, int> _places = [];
    private Dictionary<int, object?>? _packed;

    /// <exception cref="ScanFault">It is encrypted, or no PDF at all.</exception>
    public PdfFile(ReadOnlyMemory<byte> pdf, Deadline deadline)
    {
        (_pdf, _deadline) = (pdf, deadline);
        if (pdf.Span.IndexOf("/Encrypt"u8) >= 0)
            throw ScanFault.NotReadHere("An encrypted PDF.");
        FindObjects();
        if (_places.Count == 0)
            throw ScanFault.Damaged("A PDF without objects.");
    }

    /// <summary>Its streams, in the order they stand in the file.</summary>
    public IEnumerable<PdfStream> Streams()
    {
        foreach (var place in _places.Values.Order())
        {
            _deadline.Check();
            if (ReadAt(place) is PdfStream stream)
                yield return stream;
        }
    }

    /// <summary>What a value points to, or the value itself.</summary>
    public object? Resolve(object? value)
    {
        for (var hops = 0; value is PdfReference reference; hops++)
        {
            if (hops == 10)
                return null;
            value = _places.TryGetValue(reference.Number, out var place) ? ReadAt(place) : Packed(reference.Number);
        }
        return value;
    }

    public int? Int(object? value) => Resolve(value) is double d && Math.Abs(d) < int.MaxValue ? (int)d : null;

    private void FindObjects()
    {
        var pdf = _pdf.Span;
        for (var at = 0; pdf[at..].IndexOf("obj"u8) is >= 0 and var next; )
        {
            var word = at + next;
            at = word + 3;
            if (_places.Count % 1024 == 0)
                _deadline.Check();
            // "12 0 obj", read backwards.
            var generationEnd = SkipBack(pdf, word, PdfLexer.IsBlank);
            var generation = SkipBack(pdf, generationEnd, char.IsAsciiDigit);
            var numberEnd = SkipBack(pdf, generation, PdfLexer.IsBlank);
            var number = SkipBack(pdf, numberEnd, char.IsAsciiDigit);
            if (generation == generationEnd || number == numberEnd || numberEnd == generation || numberEnd - number > 9)
                continue;
            // A later one of the same number takes the place of an earlier one.
            _places[int.Parse(pdf[number..numberEnd], CultureInfo.InvariantCulture)] = at;
            if (_places.Count > MaxObjects)
                throw ScanFault.TooLarge("A PDF of more objects than are read.");
        }
    }

    private static int SkipBack(ReadOnlySpan<byte> pdf, int at, Func<byte, bool> while_)
    {
        while (at > 0 && while_(pdf[at - 1]))
            at--;
        return at;
    }

    private static int SkipBack(ReadOnlySpan<byte> pdf, int at, Func<char, bool> while_) => SkipBack(pdf, at, (byte b) => while_((char)b));

    private object? ReadAt(int place)
    {
        var lexer = new PdfLexer(_pdf.Span.Slice(place, Math.Min(MaxObjectLength, _pdf.Length - place)), 0);
        var value = lexer.Next();
        if (value is not PdfDictionary says || lexer.Next() is not PdfWord { Text: "stream" })
            return value;
        var start = place + lexer.Position;
        var pdf = _pdf.Span;
        if (start < pdf.Length && pdf[start] == '\r')
            start++;
        if (start < pdf.Length && pdf[start] == '\n')
            start++;
        return new PdfStream(says, _pdf.Slice(Math.Min(start, pdf.Length), LengthOf(says, start)));
    }

    private int LengthOf(PdfDictionary says, int start)
    {
        var rest = _pdf.Span[Math.Min(start, _pdf.Length)..];
        // A length that points to a stream's own length would go round in circles; a number stands by itself.
        var said = says.Find("Length") switch
        {
            double d => d,
            PdfReference r when _places.TryGetValue(r.Number, out var place) => NumberAt(place),
            PdfReference r when says.Find("Type") is not PdfName { Text: "ObjStm" } => Packed(r.Number) as double?,
            _ => null,
        };
        if (said is >= 0 and { } length && length <= rest.Length)
        {
            var after = rest[(int)length..];
            if (after[..Math.Min(after.Length, 24)].IndexOf("endstream"u8) >= 0)
                return (int)length;
        }
        var end = rest.IndexOf("endstream"u8);
        return end < 0 ? rest.Length : end;
    }

    private double? NumberAt(int place) => new PdfLexer(_pdf.Span.Slice(place, Math.Min(64, _pdf.Length - place)), 0).Next() as double?;

    private object? Packed(int number)
    {
        if (_packed is null)
        {
            _packed = [];
            var left = MaxPackedObjects;
            foreach (var stream in Streams())
            {
                if (stream.Says.Find("Type") is PdfName { Text: "ObjStm" })
                    Unpack(stream, ref left);
            }
        }
        return _packed.GetValueOrDefault(number);
    }

    private void Unpack(PdfStream stream, ref int left)
    {
        var content = PdfFilters.Unpack(this, stream, left);
        left -= content.Length;
        var first = Int(stream.Says.Find("First")) ?? 0;
        var head = new PdfLexer(content, 0);
        for (var i = Math.Min(Int(stream.Says.Find("N")) ?? 0, MaxObjects); i > 0 && head.Position < first; i--)
        {
            if (head.Next() is not double number || head.Next() is not double offset)
                return;
            if (offset >= 0 && first + offset < content.Length)
                _packed![(int)number] = new PdfLexer(content, first + (int)offset).Next();
            if (i % 256 == 0)
                _deadline.Check();
        }
    }
}
