using Beian.Definitions.Answers;
using Beian.Definitions.Codes;
using Beian.Definitions.Expressions;

namespace Beian.Definitions.Fields;

/// <summary>A person's document: its kind and its number. Personal.</summary>
public sealed record IdDocumentField : Field
{
    /// <inheritdoc/>
    public override string Type => "id-document";

    /// <summary>The control of the document's kind (<see cref="IdDocument.All"/>).</summary>
    public string Kind => Code + ".type";

    /// <summary>The control of the document's number.</summary>
    public string Number => Code + ".number";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Controls => [Kind, Number];

    /// <inheritdoc/>
    public override ValueKind KindOf(string control) => ValueKind.Text;

    /// <inheritdoc/>
    public override LocalizedText LabelOf(string control) =>
        control == Kind ? new($"{Label.Zh}（证件类型）", $"{Label.En} (kind of document)")
        : control == Number ? new($"{Label.Zh}（号码）", $"{Label.En} (number)")
        : Label;

    /// <inheritdoc/>
    public override bool IsBlank(AnswerSet answers) => answers[Number] is null;

    /// <inheritdoc/>
    public override string Normalise(string control, string text) =>
        control == Kind ? PlainText.Compact(text) : IdDocument.Normalise(PlainText.Line(text));

    /// <inheritdoc/>
    public override IEnumerable<Problem> CheckAnswer(AnswerSet answers, EvaluationContext context)
    {
        if (answers[Number] is not { } number)
            yield break;
        if (answers[Kind] is not { } kind)
            yield return Missing(Kind);
        else if (IdDocument.Of(kind) is not { } document)
            yield return Wrong(Kind, "choice", new("请从列出的证件类型中选择。", "Choose one of the kinds of document offered."));
        else if ((document.Check(number) ?? document.CheckAge(number, context.Today)) is { } fault)
            yield return Wrong(Number, $"{Type}-{fault.Reason}", fault.Message);
    }

    /// <inheritdoc/>
    public override Value Read(string control, AnswerSet answers) => Value.Of(answers[control]);

    /// <inheritdoc/>
    public override string Format(AnswerSet answers, Language language) => Format(answers, language, n => n);

    /// <inheritdoc/>
    public override string FormatMasked(AnswerSet answers, Language language) => Format(answers, language, Personal ? Mask.Number : n => n);

    /// <inheritdoc/>
    public override string FormatOf(string control, AnswerSet answers, Language language)
    {
        var text = answers[control] ?? "";
        return control == Kind ? IdDocument.Of(text)?.Name.In(language) ?? text : text;
    }

    private string Format(AnswerSet answers, Language language, Func<string, string> show)
    {
        if (answers[Number] is not { } number)
            return "";
        var kind = answers[Kind] is { } code ? IdDocument.Of(code)?.Name.In(language) ?? code : "";
        return $"{kind} {show(number)}".Trim();
    }
}
