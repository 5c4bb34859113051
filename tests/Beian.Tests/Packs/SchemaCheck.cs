using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Beian.Definitions.Packs.Nodes;

namespace Beian.Tests.Packs;

/// <summary>As much of JSON Schema as the schemas of packs use. A YAML text that looks like a number counts as one, as it does for an editor.</summary>
internal static class SchemaCheck
{
    /// <summary>The YAML as JSON.</summary>
    public static JsonNode? Read(string yaml) => ToJson(YamlNodes.Read("file", yaml, [])!);

    /// <summary>What a schema finds wrong, as <c>path: what</c>.</summary>
    public static IReadOnlyList<string> Of(JsonObject schema, JsonNode? value)
    {
        var faults = new List<string>();
        Check(schema, schema, value, "", faults);
        return faults;
    }

    private static void Check(JsonObject root, JsonObject schema, JsonNode? value, string path, List<string> faults)
    {
        foreach (var (keyword, rule) in schema)
            switch (keyword)
            {
                case "$ref":
                    Check(root, root["definitions"]![rule!.GetValue<string>().Split('/')[^1]]!.AsObject(), value, path, faults);
                    break;
                case "type":
                    var types = rule is JsonArray several ? several.Select(t => t!.GetValue<string>()) : [rule!.GetValue<string>()];
                    if (!types.Any(t => Is(t, value)))
                        faults.Add($"{path}: not of type {rule!.ToJsonString()}");
                    break;
                case "enum":
                    if (!rule!.AsArray().Any(v => v!.ToString() == value?.ToString()))
                        faults.Add($"{path}: none of {rule.ToJsonString()}");
                    break;
                case "const":
                    if (rule!.ToString() != value?.ToString())
                        faults.Add($"{path}: not {rule}");
                    break;
                case "pattern":
                    if (value is JsonValue && !Regex.IsMatch(value.ToString(), rule!.GetValue<string>()))
                        faults.Add($"{path}: not like {rule}");
                    break;
                case "minimum" or "maximum":
                    if (
                        Number(value) is { } number
                        && (keyword == "minimum" ? number < rule!.GetValue<decimal>() : number > rule!.GetValue<decimal>())
                    )
                        faults.Add($"{path}: out of bounds");
                    break;
                case "items" when value is JsonArray array:
                    for (var i = 0; i < array.Count; i++)
                        Check(root, rule!.AsObject(), array[i], $"{path}/{i}", faults);
                    break;
                case "properties" when value is JsonObject map:
                    foreach (var (name, inner) in rule!.AsObject())
                        if (map.ContainsKey(name) && inner is JsonObject rules) // true: anything
                            Check(root, rules, map[name], $"{path}/{name}", faults);
                    break;
                case "additionalProperties" when value is JsonObject map:
                    foreach (var (name, inner) in map.Where(p => schema["properties"]?[p.Key] is null))
                        if (rule is JsonObject other)
                            Check(root, other, inner, $"{path}/{name}", faults);
                        else
                            faults.Add($"{path}/{name}: unknown key");
                    break;
                case "required" when value is JsonObject map:
                    faults.AddRange(rule!.AsArray().Where(r => !map.ContainsKey(r!.ToString())).Select(r => $"{path}: {r} is missing"));
                    break;
                case "allOf":
                    foreach (var one in rule!.AsArray())
                        Check(root, one!.AsObject(), value, path, faults);
                    break;
                case "if":
                    var holds = new List<string>();
                    Check(root, rule!.AsObject(), value, path, holds);
                    if (holds.Count == 0)
                        Check(root, schema["then"]!.AsObject(), value, path, faults);
                    break;
            }
    }

    private static bool Is(string type, JsonNode? value) =>
        type switch
        {
            "object" => value is JsonObject,
            "array" => value is JsonArray,
            "string" => value is JsonValue,
            "boolean" => value?.ToString() is "true" or "false",
            "integer" => Number(value) is { } number && number == decimal.Truncate(number),
            _ => Number(value) is not null,
        };

    private static decimal? Number(JsonNode? value) =>
        value is JsonValue && decimal.TryParse(value.ToString(), NumberStyles.Number, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    private static JsonNode? ToJson(Node node) =>
        node switch
        {
            MapNode map => new JsonObject(map.Entries.Select(e => KeyValuePair.Create(e.Key.Text, ToJson(e.Value)))),
            ListNode list => new JsonArray([.. list.Items.Select(ToJson)]),
            ScalarNode scalar => JsonValue.Create(scalar.Text),
            _ => throw new JsonException(),
        };
}
