using Beian.Definitions;

namespace Beian.Web.Audit;

/// <summary>What the verification of the audit trail found.</summary>
/// <param name="SealedTo">The number of the last seal.</param>
/// <param name="Unsealed">How many events are under no seal yet.</param>
/// <param name="Faults">What is wrong and where; empty: nothing.</param>
public sealed record AuditReport(long SealedTo, long Unsealed, IReadOnlyList<LocalizedText> Faults)
{
    public bool IsGood => Faults.Count == 0;
}
