using System.Text;
using System.Text.Json;
using Beian.Definitions.Answers;

namespace Beian.Web.Features.Register.Search;

/// <summary>The line of an entry in a list, read from <see cref="SearchRow.Item"/>. Texts stay the bytes they are sent as.</summary>
public sealed class SearchItem
{
    private readonly List<(ReadOnlyMemory<byte> Control, ReadOnlyMemory<byte> Text)> _fields = new(8);

    private SearchItem() { }

    public string Number { get; private set; } = "";

    public EntryState State { get; private set; }

    public string AuthorityId { get; private set; } = "";

    public string FirstApprovedOn { get; private set; } = "";

    public string ApprovedOn { get; private set; } = "";

    /// <summary>The answers of the list's fields, by control.</summary>
    public IReadOnlyList<(ReadOnlyMemory<byte> Control, ReadOnlyMemory<byte> Text)> Fields => _fields;

    /// <summary>The same as answers, for fields that format themselves.</summary>
    public AnswerSet Answers =>
        AnswerSet.From(
            _fields.Select(f => KeyValuePair.Create(Encoding.UTF8.GetString(f.Control.Span), Encoding.UTF8.GetString(f.Text.Span)))
        );

    /// <summary>The answer of a control; empty where there is none.</summary>
    public ReadOnlySpan<byte> TextOf(ReadOnlySpan<byte> control)
    {
        foreach (var (name, text) in _fields)
            if (name.Span.SequenceEqual(control))
                return text.Span;
        return default;
    }

    public static SearchItem Read(byte[] json)
    {
        var item = new SearchItem();
        var reader = new Utf8JsonReader(json);
        while (reader.Read())
        {
            if (reader.TokenType != JsonTokenType.PropertyName)
                continue;
            if (reader.CurrentDepth == 2)
            {
                var control = Bytes(ref reader, json);
                reader.Read();
                item._fields.Add((control, Bytes(ref reader, json)));
            }
            else if (reader.ValueTextEquals("number"u8))
                item.Number = Text(ref reader);
            else if (reader.ValueTextEquals("state"u8))
                item.State = StateOf(ref reader);
            else if (reader.ValueTextEquals("authority"u8))
                item.AuthorityId = Text(ref reader);
            else if (reader.ValueTextEquals("firstApprovedOn"u8))
                item.FirstApprovedOn = Text(ref reader);
            else if (reader.ValueTextEquals("approvedOn"u8))
                item.ApprovedOn = Text(ref reader);
        }
        return item;
    }

    private static string Text(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.GetString()!;
    }

    private static EntryState StateOf(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.ValueTextEquals("valid"u8) ? EntryState.Valid : Enum.Parse<EntryState>(reader.GetString()!, ignoreCase: true);
    }

    /// <summary>The current string: a part of the line itself or, with escapes in it, a copy without them.</summary>
    private static ReadOnlyMemory<byte> Bytes(ref Utf8JsonReader reader, byte[] json)
    {
        if (!reader.ValueIsEscaped)
            return json.AsMemory((int)reader.TokenStartIndex + 1, reader.ValueSpan.Length);
        var text = new byte[reader.ValueSpan.Length];
        return text.AsMemory(0, reader.CopyString(text));
    }
}
