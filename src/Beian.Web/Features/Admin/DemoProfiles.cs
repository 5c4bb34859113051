using Beian.Web.Authorities;
using Beian.Web.Data;
using Beian.Web.Features.Account;
using Beian.Web.Features.Filings;

namespace Beian.Web.Features.Admin;

/// <summary>
/// 电子商务信息管理分析应用 in the demo data: the demo enterprise has sent its profile and waits, so that the gate is to be seen; that of the demo base is confirmed.
/// </summary>
internal sealed class DemoProfiles(
    AppDb db,
    Catalogue.Catalogue catalogue,
    Vault vault,
    WorkingDays calendar,
    StoredFile licence,
    DateTime now
)
{
    /// <summary>How many filings they are.</summary>
    public const int Count = 2;

    private const string Application = "e-commerce";
    private const string City = "A440100";
    private const string Province = "A440000";

    /// <param name="office">The officer who decides at an authority.</param>
    public async Task PlantAsync(Account.Account enterprise, Account.Account park, Func<string, Officer> office, CancellationToken stop)
    {
        var city = (await db.Authorities.FindAsync([City], stop))!;
        var province = (await db.Authorities.FindAsync([Province], stop))!;
        var firm = DemoFirm.Of(2000, city, mayBeIndividual: false);
        var waiting = StoryOf(DemoCase.EcommerceProfile(firm.Called("电子商务")), enterprise, city, now.AddDays(-2));
        waiting.Draft().Submit(now.AddDays(-2).AddMinutes(12));
        firm = DemoFirm.Of(2001, city, mayBeIndividual: false);
        var confirmed = StoryOf(DemoCase.BaseProfile(firm.Called("园区运营")), park, province, now.AddDays(-40));
        confirmed.Draft().Submit(now.AddDays(-40).AddMinutes(15)).Approve(now.AddDays(-38));
        await db.SaveAsync(
            [Enter(park, "base", now.AddDays(-41)), .. confirmed.Acts, Enter(enterprise, "enterprise", now.AddDays(-3)), .. waiting.Acts],
            stop
        );

        DemoFiling StoryOf(DemoCase content, Account.Account owner, Authority authority, DateTime start) =>
            new(db, catalogue[content.Service], vault, calendar, owner, authority, office(authority.Id), content, licence, start);
    }

    /// <summary>申请, and 请选择您的用户类型.</summary>
    private Process Enter(Account.Account account, string userType, DateTime at)
    {
        var act = new Process("AddingApplication", new Actor(account.Id, account.DisplayName, null), at);
        var added = new AddedApplication(account.Id, Application, act);
        added.ChooseUserType(userType, act);
        db.Add(added);
        return act;
    }
}
