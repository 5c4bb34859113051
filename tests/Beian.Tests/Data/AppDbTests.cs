using Beian.Tests.Support;
using Beian.Web.Data;
using Beian.Web.Features.Account;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Beian.Tests.Data;

public abstract class AppDbTests<TSite>(TSite site) : SiteTests<TSite>(site)
    where TSite : TestSite
{
    [Fact]
    public async Task Save_ProjectionFails_WritesNothing()
    {
        var process = NewProcess("FailingProjection");
        await Site.InScopeAsync(async services =>
        {
            await using var db = With(services, new Failing());
            var account = Account.ForEnterprise(NewName(), "", "不会保存", Data.Now);
            db.Add(account);
            process.Record("NeverHappened", "account", account.Id);
            process.Send(new OutboxMessage("mail", "nobody@example.test", "account-created", new { }, account.Id, Data.Now));
            await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveAsync(process, Stop));
            return true;
        });
        Assert.False(await Site.QueryAsync(db => db.Accounts.AnyAsync(a => a.DisplayName == "不会保存", Stop)));
        Assert.False(await Site.QueryAsync(db => db.Events.AnyAsync(e => e.ProcessId == process.Id, Stop)));
        Assert.False(await Site.QueryAsync(db => db.Outbox.AnyAsync(m => m.Recipient == "nobody@example.test", Stop)));
    }

    [Fact]
    public async Task Save_RowRefusedByTheDatabase_WritesNoEvent()
    {
        var name = NewName();
        await Site.ExecuteAsync(db => AddAsync(db, name, NewProcess("First")));
        var second = NewProcess("Second");
        await Site.ExecuteAsync(db => Assert.ThrowsAsync<DbUpdateException>(() => AddAsync(db, name, second)));
        Assert.False(await Site.QueryAsync(db => db.Events.AnyAsync(e => e.ProcessId == second.Id, Stop)));

        async Task AddAsync(AppDb db, string userName, Process process)
        {
            var account = Account.ForEnterprise(userName, "", "同名", Data.Now);
            db.Add(account);
            process.Record("AccountCreated", "account", account.Id);
            await db.SaveAsync(process, Stop);
        }
    }

    [Fact]
    public async Task Save_EventOfAProjection_IsWrittenToo()
    {
        var process = NewProcess("Following");
        process.Record("Cause", "test", Guid.CreateVersion7());
        await Site.InScopeAsync(async services =>
        {
            await using var db = With(services, new Following());
            await db.SaveAsync(process, Stop);
            return true;
        });
        Assert.Equal(
            ["Cause", "Effect"],
            await Site.QueryAsync(db =>
                db.Events.Where(e => e.ProcessId == process.Id).OrderBy(e => e.Id).Select(e => e.Kind).ToListAsync(Stop)
            )
        );
    }

    [Fact]
    public async Task Save_SameAccountChangedByTwo_SecondIsRefused()
    {
        var account = await Data.EnterpriseAsync();
        await Site.ExecuteAsync(async first =>
        {
            var mine = await first.Accounts.SingleAsync(a => a.Id == account.Id, Stop);
            await Site.ExecuteAsync(async second =>
            {
                var theirs = await second.Accounts.SingleAsync(a => a.Id == account.Id, Stop);
                theirs.Rename("第二人");
                theirs.ConcurrencyStamp = "second";
                await second.SaveAsync(NewProcess("Second"), Stop);
            });
            mine.Rename("第一人");
            await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => first.SaveAsync(NewProcess("First"), Stop));
        });
    }

    [Theory]
    [InlineData("𠮷㛃家 龘镕喆堃 䶮㙍㐂䲜 𬭚𫖯𤋮")]
    [InlineData("ＡＢＣ（有限）公司 \t\"'%_\\ \u200b end")]
    [InlineData("Ünïçødé 👩‍👩‍👧 \u00a0")]
    public async Task Save_RareCharacters_ComeBackAsTheyWent(string text)
    {
        var account = Account.ForEnterprise(NewName(), "", text, Data.Now);
        await Site.ExecuteAsync(async db =>
        {
            db.Add(account);
            await db.SaveAsync(NewProcess("Rare"), Stop);
        });
        Assert.Equal(
            text,
            await Site.QueryAsync(db => db.Accounts.Where(a => a.Id == account.Id).Select(a => a.DisplayName).SingleAsync(Stop))
        );
    }

    [Fact]
    public async Task Save_Moment_ComesBackInUtcToTheMicrosecond()
    {
        var at = new DateTime(2026, 11, 21, 23, 59, 59, DateTimeKind.Utc).AddTicks(1_234_560);
        var process = new Process("Moment", Actor.System, at);
        process.Record("Happened", "test", Guid.CreateVersion7());
        await Site.ExecuteAsync(db => db.SaveAsync(process, Stop));
        var read = await Site.QueryAsync(db => db.Events.Where(e => e.ProcessId == process.Id).Select(e => e.At).SingleAsync(Stop));
        Assert.Equal(at, read);
        Assert.Equal(DateTimeKind.Utc, read.Kind);
        Assert.True(
            await Site.QueryAsync(db => db.Events.AnyAsync(e => e.ProcessId == process.Id && e.At == at && e.At < at.AddSeconds(1), Stop))
        );
    }

    private Process NewProcess(string name) => Data.NewProcess(name);

    private static string NewName() => "appdb" + Guid.CreateVersion7().ToString("N")[^12..];

    /// <summary>The site's database with projections of the test's own.</summary>
    private static AppDb With(IServiceProvider services, Projection projection) =>
        ActivatorUtilities.CreateInstance<AppDb>(services, new Projections([projection]));

    private sealed class Failing : Projection
    {
        public override Task ApplyAsync(AppDb db, Process process, CancellationToken stop) => throw new InvalidOperationException("no");
    }

    private sealed class Following : Projection
    {
        public override Task ApplyAsync(AppDb db, Process process, CancellationToken stop)
        {
            process.Record("Effect", "test", process.Events[0].SubjectId);
            return Task.CompletedTask;
        }
    }
}

public sealed class AppDbOnSqliteTests(SqliteSite site) : AppDbTests<SqliteSite>(site);

public sealed class AppDbOnPostgresTests(PostgresSite site) : AppDbTests<PostgresSite>(site);
