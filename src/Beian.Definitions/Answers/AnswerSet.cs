using System.Collections;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
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
    private static readonly JsonSerializerOptions _canonical = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly ImmutableSortedDictionary<string, string> _texts;

    private AnswerSet(ImmutableSortedDictionary<string, string> texts) => _texts = texts;

    /// <summary>No answers.</summary>
    public static AnswerSet Empty { get; } = new(ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal));

    /// <summary>How many control names have an answer.</summary>
    public int Count => _texts.Count;

    /// <summary>The answer under a control name; null where there is none.</summary>
    public string? this[string name] => _texts.GetValueOrDefault(name);

    /// <summary>Answers from pairs; blank texts are no answers.</summary>
    public static AnswerSet From(IEnumerable<KeyValuePair<string, string>> texts) =>
        new(texts.Where(t => !string.IsNullOrWhiteSpace(t.Value)).ToImmutableSortedDictionary(StringComparer.Ordinal));

    /// <summary>The same answers with one replaced, or removed where <paramref name="text"/> is blank.</summary>
    public AnswerSet With(string name, string? text) =>
        string.IsNullOrWhiteSpace(text) ? new(_texts.Remove(name)) : new(_texts.SetItem(name, text));

    /// <summary>The same answers without the names <paramref name="drop"/> holds for.</summary>
    public AnswerSet Without(Func<string, bool> drop) => new(_texts.RemoveRange(_texts.Keys.Where(drop)));

    /// <summary>Whether a name has an answer.</summary>
    public bool TryGet(string name, [NotNullWhen(true)] out string? text) => _texts.TryGetValue(name, out text);

    /// <summary>Canonical JSON: one object, names in ordinal order, Chinese as itself.</summary>
    public string ToJson() => JsonSerializer.Serialize(_texts, _canonical);

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    public static AnswerSet FromJson(string json) => From(JsonSerializer.Deserialize<Dictionary<string, string>>(json) ?? []);

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => _texts.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
