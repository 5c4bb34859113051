using System.Text;
using System.Text.Json;
using Beian.Definitions.Answers;

namespace Beian.Web.Features.Register.Search;

/// <summary>The line of an entry in a list, read from <see cref="SearchRow.Item"/>.</summary>
public sealed class SearchItem
{
    private readonly List<KeyValuePair<string, string>> _fields = new(8);

    private SearchItem() { }

    public string Number { get; private set; } = "";

    /// <summary>valid, lapsed, cancelled, revoked.</summary>
    public string State { get; private set; } = "";

    public string AuthorityId { get; private set; } = "";

    public string FirstApprovedOn { get; private set; } = "";

    public string ApprovedOn { get; private set; } = "";

    /// <summary>The answers of the list's fields, by control.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Fields => _fields;

    /// <summary>The answer of a control; empty where there is none.</summary>
    public string this[string control]
    {
        get
        {
            foreach (var (name, text) in _fields)
                if (name == control)
                    return text;
            return "";
        }
    }

    /// <summary>The same as answers, for fields that format themselves.</summary>
    public AnswerSet Answers => AnswerSet.From(_fields);

    public static SearchItem Read(string json)
    {
        var item = new SearchItem();
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        while (reader.Read())
        {
            if (reader.TokenType != JsonTokenType.PropertyName)
                continue;
            if (reader.CurrentDepth == 2)
            {
                var control = reader.GetString()!;
                reader.Read();
                item._fields.Add(new(control, reader.GetString()!));
            }
            else if (reader.ValueTextEquals("number"u8))
                item.Number = Text(ref reader);
            else if (reader.ValueTextEquals("state"u8))
                item.State = Text(ref reader);
            else if (reader.ValueTextEquals("authority"u8))
                item.AuthorityId = Text(ref reader);
            else if (reader.ValueTextEquals("firstApprovedOn"u8))
                item.FirstApprovedOn = Text(ref reader);
            else if (reader.ValueTextEquals("approvedOn"u8))
                item.ApprovedOn = Text(ref reader);
        }
        return item;

        static string Text(ref Utf8JsonReader reader)
        {
            reader.Read();
            return reader.GetString()!;
        }
    }
}
