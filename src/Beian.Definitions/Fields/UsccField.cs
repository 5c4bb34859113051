using Beian.Definitions.Answers;
using Beian.Definitions.Codes;

namespace Beian.Definitions.Fields;

/// <summary>A unified social credit code (统一社会信用代码). Which kinds of subject a service accepts is said by its rules.</summary>
public sealed record UsccField : CodeField
{
    /// <inheritdoc/>
    public override string Type => "uscc";

    /// <inheritdoc/>
    protected override string Tidy(string text) => Uscc.Normalise(text);

    /// <inheritdoc/>
    protected override CodeFault? Fault(string text) => Uscc.Check(text);

    /// <summary>Codes keep the division of their first registration, also one abolished since: a second look, no more.</summary>
    protected override IEnumerable<Problem> CheckSound(string text, EvaluationContext context)
    {
        var division = text[2..8];
        if (division != "100000" && Divisions.Find(division) is null)
            yield return Wrong(
                "uscc-division",
                new(
                    $"第 3–8 位 {division} 不在现行行政区划中；如登记后区划有调整，可不理会。",
                    $"Characters 3–8, {division}, are no division today; if the division was changed since the registration, all is well."
                ),
                ProblemLevel.Soft
            );
    }
}
