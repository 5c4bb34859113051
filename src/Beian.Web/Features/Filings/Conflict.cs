using Beian.Definitions;
using Beian.Definitions.Answers;
using Beian.Definitions.Packs;

namespace Beian.Web.Features.Filings;

/// <summary>A field of which the filer's page and the saved filing say different things.</summary>
public sealed record ConflictingField(string Control, LocalizedText Label, string Mine, string Saved);

/// <summary>A form made from an older version than the saved one: both values of every field that differs, for the filer to choose.</summary>
/// <param name="Same">The fields on which both agree.</param>
public sealed record Conflict(Filing Filing, IReadOnlyList<ConflictingField> Differences, IReadOnlyList<KeyValuePair<string, string>> Same)
{
    /// <returns>The conflict; null where nothing differs.</returns>
    /// <param name="typed">As typed.</param>
    /// <param name="mine">The same as the engine keeps it.</param>
    public static Conflict? Between(Filing filing, Pack pack, AnswerSet typed, AnswerSet mine, AnswerSet saved)
    {
        var controls = typed
            .Select(a => a.Key)
            .Union(saved.Select(a => a.Key), StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .ToList();
        string? Mine(string control) => typed[control] is null ? null : mine[control] ?? typed[control];
        var differing = controls.Where(c => Mine(c) != saved[c]).ToHashSet(StringComparer.Ordinal);
        if (differing.Count == 0)
            return null;
        return new(
            filing,
            [
                .. pack
                    .Form.Fields.SelectMany(f => differing.Where(f.Owns).Order(StringComparer.Ordinal).Select(c => (Field: f, Control: c)))
                    .Select(d => new ConflictingField(
                        d.Control,
                        d.Field.LabelOf(d.Control),
                        typed[d.Control] ?? "",
                        saved[d.Control] ?? ""
                    )),
            ],
            [.. controls.Where(c => !differing.Contains(c)).Select(c => KeyValuePair.Create(c, typed[c]!))]
        );
    }

    /// <summary>Whether both say the same, a blank or a width of digits aside.</summary>
    public static bool IsSame(Pack pack, AnswerSet typed, AnswerSet saved) => typed.Count == saved.Count && IsWithin(pack, typed, saved);

    /// <summary>Whether everything that was typed stands there, a blank or a width of digits aside; more may stand there.</summary>
    public static bool IsWithin(Pack pack, AnswerSet typed, AnswerSet saved)
    {
        string Kept(string control, string text) => pack.Form.FindByControl(control) is { } field ? field.Normalise(control, text) : text;
        return typed.All(a => saved[a.Key] is { } other && Kept(a.Key, a.Value) == Kept(a.Key, other));
    }
}
