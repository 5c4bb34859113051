using System.Text.Json.Nodes;
using Beian.Definitions.Fields;

namespace Beian.Definitions.Packs.Describing;

/// <summary>Writes the schema of one file (JSON Schema draft 7, which editors know).</summary>
internal sealed class PackSchema(Shapes shapes)
{
    private readonly JsonObject _definitions = [];

    /// <summary>The schema of a file's root and of all that stands below it.</summary>
    public JsonObject Of(string path)
    {
        var root = MapOf(path);
        var schema = new JsonObject { ["$schema"] = "http://json-schema.org/draft-07/schema#" };
        foreach (var (key, value) in root)
            schema[key] = value?.DeepClone();
        if (_definitions.Count > 0)
            schema["definitions"] = _definitions;
        return schema;
    }

    private JsonObject MapOf(string path)
    {
        if (!shapes.TryGet(path, out var shape))
            return FreeMap(path);
        if (!shape.Keys.Any(k => k.Value == ValueShape.Maps && Shapes.Below(path, k.Name) == path))
            return MapOf(path, shape);
        var name = path.Replace('/', '.');
        if (_definitions.TryAdd(name, new JsonObject()))
            _definitions[name] = MapOf(path, shape);
        return new() { ["$ref"] = $"#/definitions/{name}" };
    }

    private JsonObject MapOf(string path, MapShape shape)
    {
        var schema = Described(path, "object");
        schema["properties"] = Properties(shape);
        schema["additionalProperties"] = false;
        AddRequired(schema, shape.Keys);
        return schema;
    }

    // Control → answer: the keys are the form's.
    private static JsonObject FreeMap(string path)
    {
        var schema = Described(path, "object");
        schema["additionalProperties"] = Plain();
        return schema;
    }

    private JsonObject Properties(MapShape shape)
    {
        var properties = new JsonObject();
        foreach (var key in shape.Keys)
        {
            var value = ValueOf(shape.Path, key);
            var text = KeyTexts.Of(KeyTexts.PathOf(shape.Path, key.Name));
            if (text.Zh.Length > 0 && !value.ContainsKey("$ref"))
                value["description"] = $"{text.Zh}\n{text.En}";
            properties[key.Name] = value;
        }
        return properties;
    }

    private JsonObject ValueOf(string path, KeyShape key) =>
        key.Value switch
        {
            ValueShape.Boolean => new() { ["enum"] = new JsonArray(true, false, "true", "false") },
            ValueShape.Integer => Bounded(key),
            ValueShape.Number => new() { ["type"] = new JsonArray("number", "string") },
            ValueShape.Date => new() { ["type"] = "string", ["pattern"] = @"^\d{4}-\d{1,2}-\d{1,2}$" },
            ValueShape.Word => new() { ["enum"] = new JsonArray([.. key.Words.Select(w => JsonValue.Create(w))]) },
            ValueShape.Code => new() { ["type"] = "string", ["pattern"] = "^[A-Za-z][A-Za-z0-9-]{0,39}$" },
            ValueShape.Scalars => new() { ["type"] = "array", ["items"] = Plain() },
            ValueShape.Maps => new() { ["type"] = "array", ["items"] = ItemOf(path, key.Name) },
            ValueShape.Map => MapOf(Shapes.Below(path, key.Name)),
            _ => Plain(),
        };

    private JsonObject ItemOf(string path, string key)
    {
        if (key != Shapes.Fields)
            return MapOf(Shapes.Below(path, key));
        if (_definitions.TryAdd(Shapes.Field, new JsonObject()))
            _definitions[Shapes.Field] = FieldSchema();
        return new() { ["$ref"] = $"#/definitions/{Shapes.Field}" };
    }

    /// <summary>A field: its type says which other keys it may have. What all have in common is said once.</summary>
    private JsonObject FieldSchema()
    {
        var typed = FieldTypes.Names.Select(t => (Type: t, Shape: shapes.All[Shapes.OfType(t)])).ToList();
        var common = typed[0]
            .Shape.Keys.Select(k => k.Name)
            .Where(k => typed.TrueForAll(t => t.Shape.Keys.Any(x => x.Name == k)))
            .ToHashSet();
        var schema = Described(Shapes.Field, "object");
        var shared = Properties(typed[0].Shape);
        foreach (var own in shared.Select(p => p.Key).Where(k => !common.Contains(k)).ToList())
            shared.Remove(own);
        schema["properties"] = shared;
        AddRequired(schema, typed[0].Shape.Keys.Where(k => common.Contains(k.Name)));
        schema["allOf"] = new JsonArray([.. typed.Select(t => TypeSchema(t.Type, t.Shape, common))]);
        return schema;
    }

    private JsonObject TypeSchema(string type, MapShape shape, HashSet<string> common)
    {
        var properties = Properties(shape);
        foreach (var key in common)
            properties[key] = true;
        properties["type"] = new JsonObject { ["description"] = Both(TypeTexts.Of(type)) };
        var then = new JsonObject { ["properties"] = properties, ["additionalProperties"] = false };
        AddRequired(then, shape.Keys.Where(k => !common.Contains(k.Name)));
        return new()
        {
            ["if"] = new JsonObject { ["properties"] = new JsonObject { ["type"] = new JsonObject { ["const"] = type } } },
            ["then"] = then,
        };
    }

    private static void AddRequired(JsonObject schema, IEnumerable<KeyShape> keys)
    {
        var required = keys.Where(k => k.IsRequired).Select(k => k.Name).ToList();
        if (required.Count > 0)
            schema["required"] = new JsonArray([.. required.Select(r => JsonValue.Create(r))]);
    }

    private static JsonObject Bounded(KeyShape key)
    {
        var schema = new JsonObject { ["type"] = new JsonArray("integer", "string") };
        if (key.Bounds is { } bounds)
            (schema["minimum"], schema["maximum"]) = (bounds.Min, bounds.Max);
        return schema;
    }

    /// <summary>What YAML may take for a number or a truth is a text all the same.</summary>
    private static JsonObject Plain() => new() { ["type"] = new JsonArray("string", "number", "boolean") };

    private static JsonObject Described(string path, string type)
    {
        var schema = new JsonObject { ["type"] = type };
        if (KeyTexts.Of(path) is { Zh.Length: > 0 } text)
            schema["description"] = Both(text);
        return schema;
    }

    private static string Both(LocalizedText text) => $"{text.Zh}\n{text.En}";
}
