using System.Text.RegularExpressions;
using Beian.Definitions.Fields;
using Beian.Definitions.Packs.Nodes;
using Beian.Definitions.Sheets;

namespace Beian.Definitions.Packs.Compiling;

/// <summary>Reads the values a sheet prints: by a field's code, a control's name or the name of a fact.</summary>
internal sealed partial class SheetValueReader(FormDefinition form)
{
    /// <summary>The value named under a key; null, with a fault, where there is no such thing.</summary>
    public SheetValue? Read(MapReader map, string key, bool plain)
    {
        var name = map.RequiredScalar(key, always: false);
        return name.Text.Length > 0 && IsKnown(map, name, 0, name.Text) ? new(name.Text, plain) : null;
    }

    /// <summary>The field named under a key, or the one a named control belongs to.</summary>
    public Field? FindField(MapReader map, string key)
    {
        var name = map.RequiredScalar(key, always: false);
        if (name.Text.Length == 0)
            return null;
        var field = Find(name.Text);
        if (field is null)
            Unknown(map, name, 0, name.Text);
        return field;
    }

    /// <summary>A text with values in braces, which must be the same in both languages.</summary>
    public SheetTemplate ReadTemplate(MapReader map, LocalizedText text)
    {
        var node = map.Scalar("text")!;
        var chinese = Split(text.Zh);
        foreach (var (value, offset) in chinese.Where(p => p.Piece.Value is not null).Select(p => (p.Piece.Value!, p.Offset)))
            IsKnown(map, node, offset, value.Name);
        var template = new SheetTemplate([.. chinese.Select(p => p.Piece)], [.. Split(text.En).Select(p => p.Piece)]);
        if (map.Scalar("en") is { } english && !Names(template.Zh).SequenceEqual(Names(template.En), StringComparer.Ordinal))
            map.Add(english, new("花括号里的值应与中文的相同。", "The values in braces must be those of the Chinese text."));
        return template;
    }

    private static IEnumerable<string> Names(IReadOnlyList<SheetPiece> pieces) =>
        pieces.Select(p => p.Value).OfType<SheetValue>().Select(v => $"{v.Name}:{v.Plain}").Order(StringComparer.Ordinal);

    private static List<(SheetPiece Piece, int Offset)> Split(string text)
    {
        var pieces = new List<(SheetPiece, int)>();
        var end = 0;
        foreach (Match match in Place().Matches(text))
        {
            if (match.Index > end)
                pieces.Add((new(text[end..match.Index], null), end));
            pieces.Add((new("", new(match.Groups["name"].Value, match.Groups["plain"].Success)), match.Index + 1));
            end = match.Index + match.Length;
        }
        if (end < text.Length)
            pieces.Add((new(text[end..], null), end));
        return pieces;
    }

    private bool IsKnown(MapReader map, ScalarNode at, int offset, string name)
    {
        if (SheetFacts.Names.Contains(name) || Find(name) is not null)
            return true;
        Unknown(map, at, offset, name);
        return false;
    }

    private Field? Find(string name) => form.Find(name) ?? form.FindByControl(name);

    private void Unknown(MapReader map, ScalarNode at, int offset, string name)
    {
        var (line, column) = at.At(offset);
        var nearest = Nearest.To(name, [.. form.Fields.SelectMany(f => f.Controls.Prepend(f.Code)), .. SheetFacts.Names]);
        map.Compilation.Faults.Add(
            new(
                map.File,
                line,
                column,
                nearest is null
                    ? new($"表单中没有字段“{name}”。", $"The form has no field “{name}”.")
                    : new($"表单中没有字段“{name}”；是不是 {nearest} ？", $"The form has no field “{name}”. Did you mean {nearest}?")
            )
        );
    }

    [GeneratedRegex(@"\{(?<name>[A-Za-z][A-Za-z0-9.-]*)(?<plain>:plain)?\}")]
    private static partial Regex Place();
}
