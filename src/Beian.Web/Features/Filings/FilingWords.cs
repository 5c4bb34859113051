using Beian.Definitions;

namespace Beian.Web.Features.Filings;

/// <summary>The states and events of a filing in the filer's words.</summary>
public static class FilingWords
{
    public static LocalizedText ForFilers(this FilingState state) =>
        state switch
        {
            FilingState.Draft => new("暂存", "Draft"),
            FilingState.Submitted => new("上报", "Submitted"),
            FilingState.Returned => new("退回补正", "Returned for correction"),
            FilingState.Approved => new("已审核，可变更", "Approved"),
            FilingState.Rejected => new("不予备案", "Rejected"),
            _ => new("已撤回", "Withdrawn"),
        };

    /// <summary>The class of the coloured mark.</summary>
    public static string Mark(this FilingState state) => state.ToString().ToLowerInvariant();

    /// <summary>Whether an event is an act of the enterprise's side.</summary>
    public static bool IsOfFilers(string kind) =>
        kind is "FilingSaved" or "FilingAdopted" or "FilingRedirected" or "FilingSubmitted" or "FilingWithdrawn";

    /// <summary>What an event says to the filer; null: nothing he or she needs to know.</summary>
    public static LocalizedText? OfEvent(string kind) =>
        kind switch
        {
            "FilingSaved" => new("保存", "Saved"),
            "FilingAdopted" => new("归入账号", "Joined to the account"),
            "FilingRedirected" => new("更换备案登记机关或方式", "Authority or way of filing changed"),
            "FilingSubmitted" => new("上报", "Submitted"),
            "FilingAccepted" => new("受理", "Accepted for review"),
            "FilingReturned" => new("退回补正", "Returned for correction"),
            "FilingApproved" => new("审核通过", "Approved"),
            "FilingRejected" => new("不予备案", "Rejected"),
            "FilingTransferred" => new("转交其他机关", "Handed on to another authority"),
            "FilingReminded" => new("发出提醒邮件", "Reminded by mail"),
            "MessageResent" => new("重新发送邮件", "Mail sent again"),
            "FilingWithdrawn" => new("撤回", "Withdrawn"),
            _ => null,
        };
}
