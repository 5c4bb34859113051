using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Beian.Definitions.Answers;
using Beian.Definitions.Fields;
using Beian.Definitions.Packs;
using Beian.Web.Web;

namespace Beian.Web.Features.Register.Search;

/// <summary>What the search keeps of an entry.</summary>
/// <param name="Names">Its normalised names, one a line; old names are further lines.</param>
/// <param name="Codes">Its normalised codes.</param>
/// <param name="Item">JSON of its line in a list: no page of results opens the entries themselves.</param>
public sealed record SearchRow(string Names, IReadOnlyList<string> Codes, string Item)
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly Dictionary<EntryState, string> _states = Enum.GetValues<EntryState>()
        .ToDictionary(s => s, s => s.ToString().ToLowerInvariant());

    [ThreadStatic]
    private static (ArrayBufferWriter<byte> Buffer, Utf8JsonWriter Json)? _writer;

    /// <summary>The row of an entry under the pack in force.</summary>
    /// <param name="former">The public answers of its former versions, by which it is found still.</param>
    public static SearchRow Of(RegisterEntry entry, Pack pack, IReadOnlyList<AnswerSet> former) =>
        Of(
            pack,
            entry.Number,
            entry.Code,
            entry.Name,
            AnswerSet.FromJson(entry.PublicAnswers),
            entry.AuthorityId,
            entry.State,
            ChinaTime.DateAt(entry.FirstApprovedAt),
            ChinaTime.DateAt(entry.ApprovedAt),
            former
        );

    /// <summary>The row of an entry that is known by its parts only.</summary>
    public static SearchRow Of(
        Pack pack,
        string number,
        string code,
        string name,
        AnswerSet answers,
        string authorityId,
        EntryState state,
        DateOnly firstApproved,
        DateOnly approved,
        IReadOnlyList<AnswerSet>? former = null
    )
    {
        var register = pack.Register;
        var (names, codes) = (new List<string>(2), new List<string>(4));
        Add(names, name, SearchText.Normalise);
        Add(names, answers, register.Names, SearchText.Normalise);
        Add(codes, number, SearchText.Code);
        Add(codes, code, SearchText.Code);
        Add(codes, answers, register.Codes, SearchText.Code);
        foreach (var before in former ?? [])
        {
            Add(names, before, register.Names, SearchText.Normalise);
            Add(codes, before, [.. register.Codes, register.NumberField, register.CodeField], SearchText.Code);
        }
        return new(string.Join('\n', names), codes, ItemOf(number, authorityId, state, firstApproved, approved, pack, answers));
    }

    /// <summary>The controls of a list's fields, in the order of the form.</summary>
    private static IEnumerable<string> Listed(Pack pack, AnswerSet answers)
    {
        foreach (var field in pack.Form.Fields)
            if (pack.Register.List.Contains(field.Code))
                foreach (var control in field is TableField ? answers.Select(a => a.Key).Where(field.Owns) : field.Controls)
                    yield return control;
    }

    /// <summary>Adds what fields say, in the form in which it is compared; the same thing once.</summary>
    private static void Add(List<string> texts, AnswerSet answers, IReadOnlyList<string> fields, Func<string, string> form)
    {
        foreach (var field in fields)
            Add(texts, answers[field] ?? "", form);
    }

    private static void Add(List<string> texts, string text, Func<string, string> form)
    {
        if (text.Length > 0 && form(text) is { Length: > 0 } formed && !texts.Contains(formed))
            texts.Add(formed);
    }

    /// <summary>The line of an entry, as <see cref="SearchItem"/> reads it.</summary>
    private static string ItemOf(
        string number,
        string authorityId,
        EntryState state,
        DateOnly firstApproved,
        DateOnly approved,
        Pack pack,
        AnswerSet answers
    )
    {
        // An import writes millions: the writer is made once.
        var (buffer, json) = _writer ??= NewWriter();
        buffer.ResetWrittenCount();
        json.Reset();
        json.WriteStartObject();
        json.WriteString("number"u8, number);
        json.WriteString("state"u8, _states[state]);
        json.WriteString("authority"u8, authorityId);
        Write(json, "firstApprovedOn"u8, firstApproved);
        Write(json, "approvedOn"u8, approved);
        json.WriteStartObject("fields"u8);
        foreach (var control in Listed(pack, answers))
            if (answers[control] is { } text)
                json.WriteString(control, text);
        json.WriteEndObject();
        json.WriteEndObject();
        json.Flush();
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter json, ReadOnlySpan<byte> name, DateOnly day)
    {
        Span<char> text = stackalloc char[10];
        day.TryFormat(text, out _, "O", CultureInfo.InvariantCulture);
        json.WriteString(name, text);
    }

    private static (ArrayBufferWriter<byte> Buffer, Utf8JsonWriter Json) NewWriter()
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        return (buffer, new Utf8JsonWriter(buffer, Readable));
    }
}
