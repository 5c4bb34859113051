namespace Beian.Web.Web;

/// <summary>The pages about an enterprise and those who act for it.</summary>
public static partial class Links
{
    /// <summary>本企业.</summary>
    public const string Enterprise = "/enterprise";

    /// <summary>成员.</summary>
    public const string EnterpriseMembers = "/enterprise/members";

    /// <summary>What an administrator does about members; also one's own leaving.</summary>
    /// <param name="act">Invitation, Withdrawal, Admission, Refusal, Role, Removal, HandOver, Leaving.</param>
    public static string EnterpriseMembersAct(string act) => $"{EnterpriseMembers}?handler={act}";

    /// <summary>委托代办.</summary>
    public const string EnterpriseMandates = "/enterprise/mandates";

    /// <param name="returnUrl">Where one wanted to go; null: nowhere.</param>
    public static string EnterpriseMandate(Guid id, string? returnUrl = null) =>
        $"{EnterpriseMandates}/{id}" + (returnUrl is null ? "" : $"?returnUrl={Uri.EscapeDataString(returnUrl)}");

    /// <param name="act">Acceptance, Acting, End.</param>
    public static string EnterpriseMandateAct(Guid id, string act) => $"{EnterpriseMandates}/{id}?handler={act}";

    /// <summary>Filing for the own enterprise again.</summary>
    public const string EnterpriseOwn = $"{EnterpriseMandates}?handler=Own";

    /// <summary>申请加入企业.</summary>
    public const string EnterpriseAccess = "/enterprise/access";

    /// <param name="token">What the mail's link ends with.</param>
    public static string EnterpriseInvitation(string token) => $"/enterprise/invitations/{Uri.EscapeDataString(token)}";
}
