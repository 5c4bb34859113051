using Beian.Definitions.Answers;
using Beian.Definitions.Codes;
using Beian.Definitions.Expressions;

namespace Beian.Definitions.Fields;

/// <summary>A field whose answer has a form of its own: a code with a check character, an address, a number of a kind.</summary>
public abstract record CodeField : SingleField
{
    /// <inheritdoc/>
    public sealed override string Normalise(string control, string text) => Tidy(PlainText.Line(text));

    /// <summary>How the code is kept, from a clean line: half-width, upper case…</summary>
    protected abstract string Tidy(string text);

    /// <summary>Judges a normalised answer; the problem's code is the type's name and the reason (<c>uscc-check</c>).</summary>
    protected sealed override IEnumerable<Problem> Check(string text, EvaluationContext context)
    {
        if (Fault(text) is { } fault)
            return [Wrong($"{Type}-{fault.Reason}", fault.Message)];
        return CheckSound(text, context);
    }

    /// <summary>An ill-formed answer reads as missing, so that nothing is derived from it.</summary>
    protected sealed override Value ReadText(string text) => Fault(text) is null ? Value.Of(text) : Value.Missing;

    /// <summary>What is wrong with the form of a normalised answer; null when it is well-formed.</summary>
    protected abstract CodeFault? Fault(string text);

    /// <summary>Judges an answer that is well-formed.</summary>
    protected virtual IEnumerable<Problem> CheckSound(string text, EvaluationContext context) => [];
}
