using Beian.Definitions.Answers;
using Beian.Definitions.Expressions;
using Beian.Definitions.Packs;

namespace Beian.Definitions.Fields;

/// <summary>
/// A file asked for at its place in the form. It is one of the pack's attachments like those of service.yaml: its files are kept,
/// checked and shown by what keeps all attachments, beside the answers, so that it has no text of its own.
/// </summary>
public sealed record AttachmentField : Field
{
    /// <inheritdoc/>
    public override string Type => "attachment";

    /// <summary>How many files it may have.</summary>
    public int MaxFiles { get; init; } = 1;

    /// <summary>The same as an attachment of the pack.</summary>
    public AttachmentDefinition Definition => new(Code, Label, Hint, Relevant, Required, MaxFiles);

    /// <inheritdoc/>
    public override IReadOnlyList<string> Controls => [];

    /// <inheritdoc/>
    public override ValueKind KindOf(string control) => ValueKind.Missing;

    /// <inheritdoc/>
    public override IEnumerable<LocalizedText> CheckSettings()
    {
        if (MaxFiles is < 1 or > 20)
            yield return new("max-files 应在 1 到 20 之间。", "“max-files” must be between 1 and 20.");
    }

    /// <inheritdoc/>
    public override IEnumerable<Problem> CheckAnswer(AnswerSet answers, EvaluationContext context) => [];

    /// <inheritdoc/>
    public override Value Read(string control, AnswerSet answers) => Value.Missing;

    /// <inheritdoc/>
    public override string Format(AnswerSet answers, Language language) => "";
}
