using System.Text.RegularExpressions;
using Beian.Definitions.Answers;

namespace Beian.Definitions.Fields;

/// <summary>An authority of the tree; kept as its id. Whether it is there and accepts the service is known outside the engine.</summary>
public sealed partial record AuthorityField : SingleField
{
    /// <inheritdoc/>
    public override string Type => "authority";

    /// <inheritdoc/>
    public override string Normalise(string control, string text) => PlainText.Compact(text);

    /// <inheritdoc/>
    protected override IEnumerable<Problem> Check(string text, EvaluationContext context) =>
        Id().IsMatch(text) ? [] : [Wrong("authority", new("请从列出的机关中选择。", "Choose one of the authorities offered."))];

    [GeneratedRegex(@"\A[A-Za-z0-9-]{1,40}\z")]
    private static partial Regex Id();
}
