using System.Text.Encodings.Web;
using System.Text.Json;

namespace Beian.Definitions.Packs.Nodes;

/// <summary>
/// Nodes as JSON and back. Maps are ordered by key and nothing says where a text stood, so that comments, line breaks
/// and the order of keys do not change the hash of a pack.
/// </summary>
internal static class JsonNodes
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The JSON of some files: <c>{"format": 1, "code": …, "files": {name: node}}</c>.</summary>
    public static string Write(int format, string code, IEnumerable<KeyValuePair<string, Node>> files)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Readable))
        {
            json.WriteStartObject();
            json.WriteNumber("format", format);
            json.WriteString("code", code);
            json.WriteStartObject("files");
            foreach (var (name, node) in files.OrderBy(f => f.Key, StringComparer.Ordinal))
            {
                json.WritePropertyName(name);
                Write(json, node);
            }
            json.WriteEndObject();
            json.WriteEndObject();
        }
        return System.Text.Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    /// <summary>A node of JSON that <see cref="Write(int, string, IEnumerable{KeyValuePair{string, Node}})"/> wrote.</summary>
    public static Node Read(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.String => new ScalarNode(0, 0, element.GetString()!),
            JsonValueKind.Array => new ListNode(0, 0, [.. element.EnumerateArray().Select(Read)]),
            JsonValueKind.Object => new MapNode(
                0,
                0,
                [.. element.EnumerateObject().Select(p => KeyValuePair.Create(new ScalarNode(0, 0, p.Name), Read(p.Value)))]
            ),
            _ => throw new InvalidDataException($"A pack's JSON holds objects, arrays and strings, not {element.ValueKind}."),
        };

    private static void Write(Utf8JsonWriter json, Node node)
    {
        switch (node)
        {
            case ScalarNode scalar:
                json.WriteStringValue(scalar.Text);
                break;
            case ListNode list:
                json.WriteStartArray();
                foreach (var item in list.Items)
                    Write(json, item);
                json.WriteEndArray();
                break;
            case MapNode map:
                json.WriteStartObject();
                foreach (var (key, value) in map.Entries.OrderBy(e => e.Key.Text, StringComparer.Ordinal))
                {
                    json.WritePropertyName(key.Text);
                    Write(json, value);
                }
                json.WriteEndObject();
                break;
        }
    }
}
