using Beian.Definitions.Fields;

namespace Beian.Definitions.Sheets.Layout;

/// <summary>What stands in a cell, as words.</summary>
internal static class SheetWords
{
    private const string Gap = "　　　　";

    /// <summary>A text with its values; where none of them is there, what is printed otherwise.</summary>
    public static string Of(SheetText text, SheetData data)
    {
        var pieces = text.Template.In(data.Language).Select(p => (p.Text, Value: p.Value is { } value ? data.Read(value) : null)).ToList();
        var values = pieces.Where(p => p.Value is not null).ToList();
        if (values.Count > 0 && values.TrueForAll(p => p.Value!.Length == 0))
        {
            if (text.Otherwise is { } otherwise)
                return otherwise.In(data.Language);
            // What everybody may not know is left out with its words; a blank sheet is filled in by hand.
            if (
                pieces.TrueForAll(p => p.Text.Length == 0)
                || data.Copy == SheetCopy.Public && text.Template.Values.All(v => SheetFacts.Names.Contains(v.Name))
            )
                return "";
        }
        var hidden = SheetData.Hidden.In(data.Language);
        if (values.Exists(p => p.Value == hidden) && values.TrueForAll(p => p.Value is "" || p.Value == hidden))
            return hidden;
        // Among words a value that is not there leaves room to write it by hand.
        var gap = pieces.Exists(p => p.Text.Length > 0) ? Gap : "";
        return string.Concat(
            pieces.Select(p =>
                p.Value is null ? p.Text
                : p.Value.Length == 0 ? gap
                : p.Value
            )
        );
    }

    /// <summary>The answers offered, each a piece with its box, and the blanks between them.</summary>
    public static IReadOnlyList<string> Of(SheetChecks checks, SheetData data)
    {
        var ticked = data.Ticked(checks.Field);
        return
        [
            .. checks.Choices.SelectMany(
                (c, index) =>
                    (IEnumerable<string>)
                        [.. index > 0 ? ["　"] : Array.Empty<string>(), (ticked.Contains(c.Code) ? "■" : "□") + c.Label.In(data.Language)]
            ),
        ];
    }

    /// <summary>Which copy it is; empty where that need not be said.</summary>
    public static string MarkOf(SheetData data) =>
        data.Mark?.In(data.Language)
        ?? data.Copy switch
        {
            SheetCopy.Application => new LocalizedText("申请", "Application").In(data.Language),
            SheetCopy.Public => new LocalizedText("公开信息", "Public copy").In(data.Language),
            _ => "",
        };

    /// <summary>The answers a field offers; null where it offers none to tick.</summary>
    public static IReadOnlyList<Choice>? ChoicesOf(Field field) =>
        field switch
        {
            ChoiceField choice => choice.Choices,
            ChoicesField choices => choices.Choices,
            YesNoField => [new("yes", new("是", "Yes")), new("no", new("否", "No"))],
            _ => null,
        };
}
