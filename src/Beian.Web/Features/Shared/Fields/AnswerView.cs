using Beian.Definitions.Answers;
using Beian.Definitions.Fields;

namespace Beian.Web.Features.Shared.Fields;

/// <summary>An answer as it is read, not filled in.</summary>
/// <param name="Masked">Whether personal numbers are masked.</param>
public sealed record AnswerView(Field Field, AnswerSet Answers, bool Masked)
{
    public bool IsBlank => Field.IsBlank(Answers);

    /// <summary>The answer in rows and columns; null for a text.</summary>
    public AnswerTable? Table(Definitions.Language language) => IsBlank ? null : Field.Tabulate(Answers, language, Masked);

    public string Text(Definitions.Language language) => Masked ? Field.FormatMasked(Answers, language) : Field.Format(Answers, language);
}
