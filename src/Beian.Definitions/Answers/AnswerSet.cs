using System.Buffers;
using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Beian.Definitions.Answers;

/// <summary>
/// What was filled in: form control name → text, without blanks. Names of parts are joined by a dot
/// (<c>regCapital.amount</c>, <c>stores.0.name</c>). Immutable; the order is ordinal by name, so that equal answers have equal JSON.
/// </summary>
public sealed class AnswerSet : IReadOnlyCollection<KeyValuePair<string, string>>
{
    // Never put into a page as it is, so only what JSON itself demands is escaped.
    private static readonly JsonWriterOptions _canonical = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>In ordinal order of the names: sets are small and read far more often than changed.</summary>
    private readonly KeyValuePair<string, string>[] _texts;

    private AnswerSet(KeyValuePair<string, string>[] texts) => _texts = texts;

    /// <summary>No answers.</summary>
    public static AnswerSet Empty { get; } = new([]);

    /// <summary>How many control names have an answer.</summary>
    public int Count => _texts.Length;

    /// <summary>The answer under a control name; null where there is none.</summary>
    public string? this[string name] => PlaceOf(name) is >= 0 and var place ? _texts[place].Value : null;

    /// <summary>Answers from pairs; blank texts are no answers.</summary>
    /// <exception cref="ArgumentException">A name has two answers.</exception>
    public static AnswerSet From(IEnumerable<KeyValuePair<string, string>> texts) =>
        From(texts.Where(t => !string.IsNullOrWhiteSpace(t.Value)).ToArray());

    /// <summary>The same of pairs of which none is blank.</summary>
    /// <exception cref="ArgumentException">A name has two answers.</exception>
    public static AnswerSet FromFilled(ReadOnlySpan<KeyValuePair<string, string>> texts) => From(texts.ToArray());

    private static AnswerSet From(KeyValuePair<string, string>[] kept)
    {
        if (!IsInOrder(kept))
            Array.Sort(kept, (a, b) => string.CompareOrdinal(a.Key, b.Key));
        var count = 0;
        foreach (var text in kept)
            if (count == 0 || kept[count - 1].Key != text.Key)
                kept[count++] = text;
            else if (kept[count - 1].Value != text.Value)
                throw new ArgumentException($"{text.Key} has two answers", nameof(kept));
        return new(count == kept.Length ? kept : kept[..count]);
    }

    /// <summary>The same answers with one replaced, or removed where <paramref name="text"/> is blank.</summary>
    public AnswerSet With(string name, string? text)
    {
        var place = PlaceOf(name);
        if (string.IsNullOrWhiteSpace(text))
            return place < 0 ? this : new([.. _texts[..place], .. _texts[(place + 1)..]]);
        if (place >= 0)
            return _texts[place].Value == text ? this : new([.. _texts[..place], new(name, text), .. _texts[(place + 1)..]]);
        return new([.. _texts[..~place], new(name, text), .. _texts[~place..]]);
    }

    /// <summary>The same answers without the names <paramref name="drop"/> holds for.</summary>
    public AnswerSet Without(Func<string, bool> drop)
    {
        var kept = ArrayPool<KeyValuePair<string, string>>.Shared.Rent(_texts.Length);
        var count = 0;
        foreach (var text in _texts)
            if (!drop(text.Key))
                kept[count++] = text;
        var rest = kept.AsSpan(0, count).ToArray();
        ArrayPool<KeyValuePair<string, string>>.Shared.Return(kept, clearArray: true);
        return new(rest);
    }

    /// <summary>Whether a name has an answer.</summary>
    public bool TryGet(string name, [NotNullWhen(true)] out string? text) => (text = this[name]) is not null;

    /// <summary>Canonical JSON: one object, names in ordinal order, Chinese as itself.</summary>
    public string ToJson()
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = NewWriter(buffer))
        {
            json.WriteStartObject();
            foreach (var (name, text) in _texts)
                json.WriteString(name, text);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>A writer of canonical JSON, to be used for many sets (<see cref="Utf8JsonWriter.Reset()"/>).</summary>
    public static Utf8JsonWriter NewWriter(IBufferWriter<byte> buffer) => new(buffer, _canonical);

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    public static AnswerSet FromJson(string json) => From(JsonSerializer.Deserialize<Dictionary<string, string>>(json) ?? []);

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => ((IEnumerable<KeyValuePair<string, string>>)_texts).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static bool IsInOrder(KeyValuePair<string, string>[] texts)
    {
        for (var i = 1; i < texts.Length; i++)
            if (string.CompareOrdinal(texts[i - 1].Key, texts[i].Key) >= 0)
                return false;
        return true;
    }

    /// <summary>Where a name stands; where it is not there, the complement of where it would.</summary>
    private int PlaceOf(string name)
    {
        var (low, high) = (0, _texts.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            var order = string.CompareOrdinal(_texts[middle].Key, name);
            if (order == 0)
                return middle;
            if (order < 0)
                low = middle + 1;
            else
                high = middle - 1;
        }
        return ~low;
    }
}
