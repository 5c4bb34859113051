using Beian.Definitions;

namespace Beian.Web.Features.Account;

/// <summary>What an officer may do.</summary>
public enum OfficerRole
{
    /// <summary>Review filings, read ledgers.</summary>
    Reviewer,

    /// <summary>That, and 系统管理: officers and offices below, the calendar, the log.</summary>
    Administrator,
}

public static class OfficerRoles
{
    public static LocalizedText Text(this OfficerRole role) =>
        role == OfficerRole.Administrator ? new("系统管理员", "Administrator") : new("审核员", "Reviewer");
}
