using Beian.Definitions.Codes;

namespace Beian.Definitions.Fields;

/// <summary>The number of an internet filing or licence (ICP备案号, ICP证, 增值电信业务许可, 公网安备).</summary>
public sealed record IcpField : CodeField
{
    /// <inheritdoc/>
    public override string Type => "icp";

    /// <inheritdoc/>
    protected override string Tidy(string text) => IcpNumber.Normalise(text);

    /// <inheritdoc/>
    protected override CodeFault? Fault(string text) => IcpNumber.Check(text);
}
