using Beian.Definitions.Answers;
using Beian.Definitions.Codes;

namespace Beian.Definitions.Fields;

/// <summary>A business registration number (工商登记注册号): fifteen digits, thirteen before 2007-07, or the unified social credit code in its place.</summary>
public sealed record RegNoField : CodeField
{
    private const int UsccLength = 18;

    /// <inheritdoc/>
    public override string Type => "reg-no";

    /// <inheritdoc/>
    protected override string Tidy(string text) => RegistrationNumber.Normalise(text);

    /// <inheritdoc/>
    protected override CodeFault? Fault(string text) =>
        text.Length == UsccLength ? Uscc.Check(text)
        : RegistrationNumber.IsOld(text) ? null
        : RegistrationNumber.Check(text);

    /// <inheritdoc/>
    protected override IEnumerable<Problem> CheckSound(string text, EvaluationContext context)
    {
        if (RegistrationNumber.IsOld(text))
            yield return Wrong(
                "reg-no-old",
                new(
                    "13 位是 2007 年 7 月以前的旧号，请核对是否已换发新号。",
                    "Thirteen digits are a number from before July 2007; please check whether it was replaced."
                ),
                ProblemLevel.Soft
            );
    }
}
