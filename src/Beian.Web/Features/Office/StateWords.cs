using Beian.Definitions;
using Beian.Web.Features.Filings;

namespace Beian.Web.Features.Office;

/// <summary>The states of a filing in an officer's words.</summary>
public static class StateWords
{
    /// <summary>The states an officer has ledgers of, in the order of the tabs.</summary>
    public static IReadOnlyList<FilingState> Ledgers { get; } =
    [FilingState.Submitted, FilingState.Returned, FilingState.Approved, FilingState.Rejected, FilingState.Withdrawn];

    /// <summary>The class of the coloured mark and the value in the address.</summary>
    public static string Code(this FilingState state) => state.ToString().ToLowerInvariant();

    public static LocalizedText ForOfficers(this FilingState state) =>
        state switch
        {
            FilingState.Submitted => new("待审核", "Waiting for review"),
            FilingState.Returned => new("退回补正", "Returned for correction"),
            FilingState.Approved => new("已审核", "Approved"),
            FilingState.Rejected => new("不予备案", "Rejected"),
            FilingState.Withdrawn => new("企业已撤回", "Withdrawn"),
            _ => new("暂存", "Draft"),
        };

    public static LocalizedText ForOfficers(this Outcome outcome) =>
        outcome switch
        {
            Outcome.Approved => new("审核通过", "Approved"),
            Outcome.Returned => new("退回补正", "Returned for correction"),
            Outcome.Rejected => new("不予备案", "Rejected"),
            _ => new("转交其他机关", "Handed on to another authority"),
        };
}
