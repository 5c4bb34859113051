using Beian.Definitions.Codes;

namespace Beian.Definitions.Fields;

/// <summary>An organisation code (组织机构代码), kept as nine characters without the hyphen.</summary>
public sealed record OrgCodeField : CodeField
{
    /// <inheritdoc/>
    public override string Type => "org-code";

    /// <inheritdoc/>
    protected override string Tidy(string text) => OrgCode.Normalise(text);

    /// <inheritdoc/>
    protected override CodeFault? Fault(string text) => OrgCode.Check(text);

    /// <inheritdoc/>
    protected override string FormatText(string text, Language language) => OrgCode.Check(text) is null ? OrgCode.Format(text) : text;
}
