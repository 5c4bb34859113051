using Beian.Tests.Support;
using Beian.Web.Channels;
using Beian.Web.Data;
using Beian.Web.Features.Account;
using Beian.Web.Features.Office.Overruns;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Beian.Tests.Features.Office.Overruns;

public abstract class EscalationTests<TSite> : SiteTests<TSite>
    where TSite : TestSite
{
    private const string Place = "A441400";

    private readonly Scene _scene;

    protected EscalationTests(TSite site)
        : base(site) => _scene = new(site, Data);

    [Fact]
    public async Task Run_AfterTheLimitRanOut_MarksItOnceAndTellsTheAuthorityAndTheOneAbove()
    {
        var late = await _scene.SubmittedAsync(Place, Scene.NewUscc(), "逾期通知测试", Data.Now.AddDays(-30));
        await _scene.SubmittedAsync(Scene.Ministry, Scene.NewUscc(), "没有上级", Data.Now.AddDays(-30));
        var fresh = await _scene.SubmittedAsync(Place, name: "还早");
        var addresses = new List<string>();
        foreach (var office in new[] { Place, Scene.Guangdong, Scene.Hangzhou })
            addresses.Add(await GiveMailAsync(office));

        // Two nodes at once, and again after a restart.
        await Task.WhenAll(RunAsync(), RunAsync());
        await RunAsync();

        var ids = new[] { late.Id, fresh.Id };
        var marked = await Site.QueryAsync(db => db.Overruns.Where(o => ids.Contains(o.FilingId)).ToListAsync(Stop));
        Assert.Equal(
            (late.Id, late.DueOn!.Value, Place),
            (Assert.Single(marked) is var o ? (o.FilingId, o.DueOn, o.AuthorityId) : default)
        );
        Assert.Equal(1, await Site.QueryAsync(db => db.Events.CountAsync(e => e.SubjectId == late.Id && e.Kind == "FilingLate", Stop)));
        var mails = await Site.QueryAsync(db => db.Outbox.Where(m => m.Template == "filings-late").ToListAsync(Stop));
        Assert.Equal(addresses[..2].Order(StringComparer.Ordinal), mails.Select(m => m.Recipient).Order(StringComparer.Ordinal));
        foreach (var mail in mails)
        {
            var letter = Site.Services.GetRequiredService<MailTemplates>().Write(mail);
            Assert.Contains("逾期通知测试", letter.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("还早", letter.Text, StringComparison.Ordinal);
        }
        // The filer's open form is none the worse for it; a limit that starts anew may run out anew.
        Assert.Equal(late.Version, (await _scene.ReadAsync(late.Id)).Version);
    }

    private Task<int> RunAsync() =>
        Site.InScopeAsync(async services =>
        {
            try
            {
                return await services.GetRequiredService<Escalation>().RunAsync(Stop);
            }
            catch (DbUpdateException)
            {
                return 0; // the other node was first
            }
        });

    private async Task<string> GiveMailAsync(string office)
    {
        var officer = await Data.OfficerAsync(office);
        var address = officer.UserName + "@example.test";
        await Site.ExecuteAsync(db =>
            db.Accounts.Where(a => a.Id == officer.Id).ExecuteUpdateAsync(a => a.SetProperty(x => x.Email, address), Stop)
        );
        return address;
    }
}

public sealed class EscalationOnSqliteTests(SqliteSite site) : EscalationTests<SqliteSite>(site);

public sealed class EscalationOnPostgresTests(PostgresSite site) : EscalationTests<PostgresSite>(site);
