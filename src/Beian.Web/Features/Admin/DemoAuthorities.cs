using System.Globalization;
using Beian.Web.Authorities;
using Beian.Web.Features.Account;

namespace Beian.Web.Features.Admin;

/// <summary>The offices of the demo data: contacts for all, officers for some at every level.</summary>
public static class DemoAuthorities
{
    /// <summary>The officers the portal offers, and where they sit.</summary>
    private static readonly (string UserName, string AuthorityId)[] Offered =
    [
        ("demo_bu", "MOFCOM"),
        ("demo_sheng", "A440000"),
        ("demo_shi", "A440100"),
        ("demo_quxian", "A440106"),
    ];

    /// <summary>A telephone number that rings nowhere, an address and hours, for every office.</summary>
    public static void SetContacts(IReadOnlyList<Authority> authorities)
    {
        for (var i = 0; i < authorities.Count; i++)
            authorities[i]
                .SetContact(
                    $"020-0000 {(i + 1).ToString("D4", CultureInfo.InvariantCulture)}（演示）",
                    $"{authorities[i].Name}办事窗口（演示）",
                    "工作日 9:00–12:00，13:30–17:00"
                );
    }

    /// <summary>The ministry, two provinces, three cities and the districts of two of them.</summary>
    public static IReadOnlyList<Account.Account> Officers(IReadOnlyList<Authority> authorities, DateTime now)
    {
        var officers = new List<Account.Account>();
        foreach (var authority in authorities)
        {
            if (authority.Id is not ("MOFCOM" or "A440000" or "A330000" or "A440100" or "A330100" or "A440300") && authority.Level < 3)
                continue;
            var offered = Offered.FirstOrDefault(o => o.AuthorityId == authority.Id).UserName;
            var officer = Account.Account.ForOfficer(
                offered ?? "demo_" + authority.Id.ToLowerInvariant(),
                $"演示审核员（{authority.Name}）",
                authority.Id,
                now,
                offered is null ? OfficerRole.Reviewer : OfficerRole.Administrator
            );
            officer.MarkAsDemo();
            officers.Add(officer);
        }
        return officers;
    }
}
