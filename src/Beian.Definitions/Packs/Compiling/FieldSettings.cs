using Beian.Definitions.Fields;

namespace Beian.Definitions.Packs.Compiling;

/// <summary>What a field type may read of its definition: its code, its label and its own settings.</summary>
/// <param name="map">The field's map.</param>
/// <param name="path">Where its English stands.</param>
/// <param name="columns">The fields of a table's columns.</param>
/// <param name="grid">The rows and columns of a grid.</param>
internal sealed class FieldSettings(
    MapReader map,
    string path,
    IReadOnlyList<Field> columns,
    (IReadOnlyList<GridLine> Rows, IReadOnlyList<GridLine> Columns) grid
)
{
    /// <summary>The field's code.</summary>
    public string Code { get; } = map.Code().Text;

    /// <summary>The question.</summary>
    public LocalizedText Label { get; } = map.RequiredText("label", path);

    /// <summary>The fields of a table's columns.</summary>
    public IReadOnlyList<Field> Columns => columns;

    /// <summary>The rows and columns of a grid.</summary>
    public (IReadOnlyList<GridLine> Rows, IReadOnlyList<GridLine> Columns) Grid => grid;

    /// <summary>A text for people; null where there is none.</summary>
    public LocalizedText? Text(string key) => map.Text(key, path);

    /// <summary>A greatest number of characters or rows.</summary>
    public int Count(string key, int otherwise) => map.Integer(key, 0, 10_000) ?? otherwise;

    /// <summary>A number.</summary>
    public decimal? Number(string key) => map.Number(key);

    /// <summary>A day.</summary>
    public DateOnly? Date(string key) => map.Date(key);

    /// <summary>True or false.</summary>
    public bool Flag(string key, bool otherwise = false) => map.Boolean(key, otherwise);

    /// <summary>One of some words.</summary>
    public T Word<T>(string key, T otherwise, params (string Word, T Value)[] words)
        where T : struct => map.Word(key, otherwise, words);

    /// <summary>The answers offered.</summary>
    public IReadOnlyList<Choice> Choices()
    {
        var choices = new List<Choice>();
        foreach (var choice in map.Maps("choices"))
        {
            var code = choice.Code();
            choices.Add(new(code.Text, choice.RequiredText("label", $"{path}.choices.{code.Text}")));
            choice.Finish();
        }
        return choices;
    }

    /// <summary>The industries offered, a tree.</summary>
    public IReadOnlyList<IndustryChoice> Industries() => Industries(map);

    private List<IndustryChoice> Industries(MapReader parent)
    {
        var industries = new List<IndustryChoice>();
        foreach (var choice in parent.Maps("choices"))
        {
            var code = choice.Code();
            industries.Add(new(code.Text, choice.RequiredText("label", $"{path}.choices.{code.Text}"), Industries(choice)));
            choice.Finish();
        }
        return industries;
    }
}
