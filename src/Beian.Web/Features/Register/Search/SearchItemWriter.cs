using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Beian.Definitions.Answers;
using Beian.Definitions.Fields;
using Beian.Definitions.Packs;

namespace Beian.Web.Features.Register.Search;

/// <summary>Writes the lines of entries, one after the other, as <see cref="SearchItem"/> reads them. An import has millions: its room is made once.</summary>
public sealed class SearchItemWriter : IDisposable
{
    private static readonly JsonWriterOptions _readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly Dictionary<EntryState, string> _states = Enum.GetValues<EntryState>()
        .ToDictionary(s => s, s => s.ToString().ToLowerInvariant());

    private readonly ArrayBufferWriter<byte> _buffer = new(1024);
    private readonly Utf8JsonWriter _json;
    private Pack? _pack;
    private Field[] _listed = [];

    public SearchItemWriter() => _json = new(_buffer, _readable);

    /// <summary>The line of an entry: JSON, in UTF-8.</summary>
    public byte[] TextOf(
        string number,
        string authorityId,
        EntryState state,
        DateOnly firstApproved,
        DateOnly approved,
        Pack pack,
        AnswerSet answers
    )
    {
        _buffer.ResetWrittenCount();
        _json.Reset();
        _json.WriteStartObject();
        _json.WriteString("number"u8, number);
        _json.WriteString("state"u8, _states[state]);
        _json.WriteString("authority"u8, authorityId);
        Write("firstApprovedOn"u8, firstApproved);
        Write("approvedOn"u8, approved);
        _json.WriteStartObject("fields"u8);
        foreach (var field in Listed(pack))
        foreach (var control in field is TableField ? answers.Select(a => a.Key).Where(field.Owns) : field.Controls)
            if (answers[control] is { } text)
                _json.WriteString(control, text);
        _json.WriteEndObject();
        _json.WriteEndObject();
        _json.Flush();
        return _buffer.WrittenSpan.ToArray();
    }

    public void Dispose() => _json.Dispose();

    /// <summary>The fields of a list, in the order of the form. Entries of one pack mostly follow each other.</summary>
    private Field[] Listed(Pack pack)
    {
        if (!ReferenceEquals(pack, _pack))
            (_pack, _listed) = (pack, [.. pack.Form.Fields.Where(f => pack.Register.List.Contains(f.Code))]);
        return _listed;
    }

    private void Write(ReadOnlySpan<byte> name, DateOnly day)
    {
        Span<char> text = stackalloc char[10];
        day.TryFormat(text, out _, "O", CultureInfo.InvariantCulture);
        _json.WriteString(name, text);
    }
}
