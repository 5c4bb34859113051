using Beian.Definitions.Answers;
using Beian.Definitions.Codes;

namespace Beian.Definitions.Fields;

/// <summary>A vehicle identification number (车辆识别代号), GB 16735.</summary>
public sealed record VinField : CodeField
{
    private const string CheckCharacter = "check";

    /// <inheritdoc/>
    public override string Type => "vin";

    /// <summary>
    /// Whether a wrong check character is worth a second look only: for vehicles before 2005, three-wheelers, low-speed trucks and
    /// motorcycles.
    /// </summary>
    public bool IsLenient { get; init; }

    /// <inheritdoc/>
    protected override string Tidy(string text) => Vin.Normalise(text);

    /// <inheritdoc/>
    protected override CodeFault? Fault(string text) =>
        Vin.Check(text) is { } fault && !(IsLenient && fault.Reason == CheckCharacter) ? fault : null;

    /// <inheritdoc/>
    protected override IEnumerable<Problem> CheckSound(string text, EvaluationContext context)
    {
        if (Vin.Check(text) is { } fault)
            yield return Wrong($"{Type}-{fault.Reason}", fault.Message, ProblemLevel.Soft);
    }
}
