using System.Text.RegularExpressions;
using Beian.Definitions.Answers;
using Beian.Definitions.Expressions;

namespace Beian.Definitions.Fields;

/// <summary>
/// An authority of the tree; kept as its id, and beside it the name it had when it was chosen: what was filed reads the same for ever,
/// whatever the office is called later.
/// </summary>
public sealed partial record AuthorityField : Field
{
    /// <inheritdoc/>
    public override string Type => "authority";

    /// <summary>The control of the name, which nobody types.</summary>
    public string Name => Code + ".name";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Controls => [Code, Name];

    /// <inheritdoc/>
    public override bool IsCalculated(string control) => control == Name || base.IsCalculated(control);

    /// <inheritdoc/>
    public override bool IsBlank(AnswerSet answers) => answers[Code] is null;

    /// <inheritdoc/>
    public override ValueKind KindOf(string control) => ValueKind.Text;

    /// <inheritdoc/>
    public override string Normalise(string control, string text)
    {
        var compact = PlainText.Compact(text);
        return control == Code && Id().IsMatch(compact) ? compact : PlainText.Line(text);
    }

    /// <inheritdoc/>
    public override AnswerSet Derive(AnswerSet answers, EvaluationContext context) =>
        answers[Code] is not { } id ? answers.With(Name, null)
        : context.Authorities is { } offices ? answers.With(Name, offices.GetValueOrDefault(id))
        : answers;

    /// <inheritdoc/>
    public override IEnumerable<Problem> CheckAnswer(AnswerSet answers, EvaluationContext context)
    {
        if (answers[Code] is { } id && (!Id().IsMatch(id) || context.Authorities?.ContainsKey(id) == false))
            yield return Wrong(Code, "authority", new("请从列出的机关中选择。", "Choose one of the authorities offered."));
    }

    /// <inheritdoc/>
    public override Value Read(string control, AnswerSet answers) => Value.Of(answers[control]);

    /// <inheritdoc/>
    public override string Format(AnswerSet answers, Language language) => answers[Name] ?? answers[Code] ?? "";

    [GeneratedRegex(@"\A[A-Za-z0-9-]{1,40}\z")]
    private static partial Regex Id();
}
