namespace Beian.Web.Scanning.Pdf;

/// <summary>A name of a PDF, without its slash. Other values are bool, double, byte[] (a string), List, Dictionary and null.</summary>
internal sealed record PdfName(string Text);

/// <summary>A word that is no value: obj, stream, R …</summary>
internal sealed record PdfWord(string Text);

/// <summary>Points to an object by its number.</summary>
internal sealed record PdfReference(int Number);

/// <summary>A stream: what is said of it, and its bytes as they lie in the file.</summary>
internal sealed record PdfStream(PdfDictionary Says, ReadOnlyMemory<byte> Packed);

/// <summary>What a PDF says under which name.</summary>
internal sealed class PdfDictionary : Dictionary<string, object?>
{
    public PdfDictionary()
        : base(StringComparer.Ordinal) { }

    /// <summary>The value under the first of the names that is there; inline pictures and old writers shorten them.</summary>
    public object? Find(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (TryGetValue(name, out var value))
                return value;
        }
        return null;
    }
}
