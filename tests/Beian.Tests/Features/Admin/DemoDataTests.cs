using Beian.Tests.Features.Office;
using Beian.Tests.Support;
using Beian.Web.Data;
using Beian.Web.Features.Account;
using Beian.Web.Features.Appointments;
using Beian.Web.Features.Filings;
using Beian.Web.Features.Register;
using Beian.Web.Features.Tickets;
using Beian.Web.Hosting;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Beian.Tests.Features.Admin;

public abstract class DemoDataTests<TSite>(TSite site) : SiteTests<TSite>(site)
    where TSite : TestSite
{
    [Fact]
    public async Task Plant_EmptyFolder_FillsEveryStateOnceOnly()
    {
        Assert.True(await Site.Services.PlantDemoDataAsync(Stop) > 200);
        Assert.Equal(0, await Site.Services.PlantDemoDataAsync(Stop));

        var counts = await Site.QueryAsync(db =>
            db.Filings.GroupBy(f => f.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, Stop)
        );
        Assert.Equal(Enum.GetValues<FilingState>().Order(), counts.Keys.Order());
        // An approval made an entry or a version of one, or ended one.
        var versions = await Site.QueryAsync(db => db.EntryVersions.CountAsync(v => v.FilingId != Guid.Empty, Stop));
        var cancelled = await Site.QueryAsync(db => db.RegisterEntries.CountAsync(e => e.State == EntryState.Cancelled, Stop));
        Assert.Equal(counts[FilingState.Approved], versions + cancelled);
        var states = await Site.QueryAsync(db => db.RegisterEntries.Select(e => e.State).Distinct().ToListAsync(Stop));
        Assert.Equal(Enum.GetValues<EntryState>().Order(), states.Order());
        var open = await Site.QueryAsync(db =>
            db.OpenFilings.Where(f => f.Kind == "change").Select(f => f.State).Distinct().ToListAsync(Stop)
        );
        Assert.Equal([FilingState.Draft, FilingState.Submitted], open.Order());
        foreach (var name in new[] { "demo_qiye", "demo_jingban", "demo_jidi", "demo_quxian", "demo_shi", "demo_sheng", "demo_bu" })
            Assert.True(await Site.QueryAsync(db => db.Accounts.AnyAsync(a => a.UserName == name && a.IsDemo, Stop)), name);
        // The door of the e-commerce application: one waits for its profile to be confirmed, one is inside.
        var profiles = await Site.QueryAsync(db =>
            db.Filings.Where(f => f.Service == "ecommerce-profile" || f.Service == "ecommerce-base-profile")
                .Select(f => new
                {
                    f.Service,
                    f.State,
                    f.CodeKey,
                })
                .OrderBy(f => f.Service)
                .ToListAsync(Stop)
        );
        Assert.Equal([FilingState.Approved, FilingState.Submitted], profiles.Select(p => p.State));
        Assert.All(profiles, p => Assert.StartsWith("account:", p.CodeKey, StringComparison.Ordinal));
        // What there is to see beside filings.
        Assert.Equal(1, await Site.QueryAsync(db => db.AppointmentSlots.CountAsync(s => s.Taken == 1, Stop)));
        Assert.Equal(2, await Site.QueryAsync(db => db.Tickets.Select(t => t.State).Distinct().CountAsync(Stop)));
        Assert.True(await Site.QueryAsync(db => db.Ratings.Select(r => r.Grade).Distinct().CountAsync(Stop)) > 3);
        // Before the platform: entries without a filing, filings without an owner.
        Assert.True(await Site.QueryAsync(db => db.RegisterEntries.CountAsync(e => e.FilingId == Guid.Empty, Stop)) > 10);
        Assert.Contains(
            await Site.QueryAsync(db => db.Filings.ToListAsync(Stop)),
            f => f is { OwnerId: null, State: FilingState.Submitted }
        );
        Assert.Contains(2, await Site.QueryAsync(db => db.Claims.GroupBy(c => c.CodeKey).Select(g => g.Count()).ToListAsync(Stop)));
        // 站内信 of the demo accounts, nothing that would leave.
        Assert.Equal([OutboxState.Sent], await Site.QueryAsync(db => db.Outbox.Select(m => m.State).Distinct().ToListAsync(Stop)));
        await SeeTeamAsync();
    }

    /// <summary>Members, mandates, messages and the request for a reset, as the demo accounts see them.</summary>
    private async Task SeeTeamAsync()
    {
        var scene = new Scene(Site, Data);
        using var owner = await scene.SignInAsync(await FindAsync("demo_qiye"));
        (await owner.GetAsync("/enterprise/members"))
            .ExpectOk()
            .ExpectText("演示经办人")
            .ExpectText("demo_chakan@example.invalid")
            .ExpectText("新来的单证员");
        var mandates = (await owner.GetAsync("/enterprise/mandates")).ExpectOk();
        Assert.Equal(3, mandates.TextsOf("tbody tr").Count);
        mandates.ExpectText("演示基地").ExpectText("待受托方接受");
        var messages = (await owner.GetAsync("/messages")).ExpectOk().ExpectText("退回").ExpectText("已发送");
        Assert.DoesNotContain("等待发送", messages.Text, StringComparison.Ordinal);
        using var colleague = await scene.SignInAsync(await FindAsync("demo_jingban"));
        var mandate = await colleague.GetAsync((await colleague.GetAsync("/enterprise/mandates")).LinkTo("代办"));
        (await colleague.SubmitAsync(mandate, "#acting")).ExpectOk();
        (await colleague.GetAsync("/filings")).ExpectOk().ExpectText("示范基地用户信息");
        using var officer = await scene.SignInAsync(await FindAsync("demo_shi"));
        (await officer.GetAsync("/office/resets")).ExpectOk().ExpectText("示例人丁");
    }

    private Task<Beian.Web.Features.Account.Account> FindAsync(string userName) =>
        Site.QueryAsync(db => db.Accounts.AsNoTracking().SingleAsync(a => a.UserName == userName, Stop));
}

public sealed class DemoDataOnSqliteTests(SqliteSite site) : DemoDataTests<SqliteSite>(site);

public sealed class DemoDataOnPostgresTests(PostgresSite site) : DemoDataTests<PostgresSite>(site);
