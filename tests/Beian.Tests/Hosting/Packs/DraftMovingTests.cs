using Beian.Definitions.Answers;
using Beian.Definitions.Packs;
using Beian.Tests.Features.Office;
using Beian.Tests.Packs;
using Beian.Tests.Support;
using Beian.Web.Authorities;
using Beian.Web.Catalogue;
using Beian.Web.Data;
using Beian.Web.Features.Filings;
using Beian.Web.Features.Filings.Moving;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Beian.Tests.Hosting.Packs;

/// <summary>Drafts go to a new major version as its pack declares, and back. Each test has a site of its own.</summary>
public abstract class DraftMovingTests<TSite> : OwnSiteTests<TSite>
    where TSite : TestSite, new()
{
    private const string Service = "foreign-trade-operator";

    [Fact]
    public async Task Plan_CountsEachOutcomeAndChangesNothing()
    {
        await DraftAsync(("nameZh", "甲"), ("channel", "online")); // nobody had a channel before; it finds its place
        await DraftAsync(("nameZh", "乙"), ("zip", "100080"));
        await DraftAsync(("nameZh", "丙"), ("fax", "010-60000000"), ("legalRepId.number", "E12345678"));
        var blocked = await DraftAsync(("nameZh", "丁"), ("pager", "126"));
        await new Scene(Site, new TestData(Site)).SubmittedAsync();
        var second = await PublishAsync(PackEdition.Major());

        var report = await Site.InScopeAsync(s => Moving(s).PlanAsync(second, Stop));

        Assert.Equal((1, 1, 1, 1, 1), Counts(report));
        var fate = report.Fates.Single(f => f.Outcome == MoveOutcome.Blocked);
        Assert.Equal(blocked.Number, fate.Number);
        Assert.Equal(["“pager”在 2.0 中没有位置，迁移也没有说明放弃"], fate.Blocked.Select(b => b.Zh));
        Assert.Equal(5, await Site.QueryAsync(db => db.Filings.CountAsync(f => f.DefinitionVersion == "1.0", Stop)));
        Assert.Equal(0, await Site.QueryAsync(db => db.MovedDrafts.CountAsync(Stop)));
    }

    [Fact]
    public async Task Move_ThenUndo_DraftsAreAsTheyWere()
    {
        var made = await DraftAsync(("zip", "100080"), ("fax", "010-60000000"), ("legalRepId.number", "E12345678"));
        var draft = await ReadAsync(made.Id);
        var second = await PublishAsync(PackEdition.Major());

        await Site.InScopeAsync(s => Moving(s).MoveAsync(second, Stop));

        var moved = await ReadAsync(draft.Id);
        Assert.Equal(
            [("channel", "online"), ("legalRepId.number", "E12345678"), ("postcode", "100080")],
            Open(moved).Select(a => (a.Key, a.Value))
        );
        Assert.Equal(("2.0", draft.Version + 1, draft.UpdatedAt), (moved.DefinitionVersion, moved.Version, moved.UpdatedAt));
        Assert.DoesNotContain("E12345678", moved.Answers, StringComparison.Ordinal);
        Assert.Equal(["DraftMoved"], await EventsAsync(draft.Id));

        var undone = await Site.InScopeAsync(s => Moving(s).UndoAsync(Service, Stop));

        Assert.Equal((1, 0), (undone!.Back, undone.Edited.Count));
        var back = await ReadAsync(draft.Id);
        Assert.Equal(("1.0", draft.Answers, draft.PersonalAnswers), (back.DefinitionVersion, back.Answers, back.PersonalAnswers));
        Assert.Equal(["DraftMoved", "DraftMoved"], await EventsAsync(draft.Id));
        Assert.Null(await Site.InScopeAsync(s => Moving(s).UndoAsync(Service, Stop)));
    }

    [Fact]
    public async Task Undo_DraftEditedSince_StaysAndIsNamed()
    {
        var edited = await DraftAsync(("zip", "100080"));
        var left = await DraftAsync(("zip", "100081"));
        var second = await PublishAsync(PackEdition.Major());
        await Site.InScopeAsync(s => Moving(s).MoveAsync(second, Stop));
        await Site.QueryAsync(async db =>
        {
            var filing = await db.Filings.SingleAsync(f => f.Id == edited.Id, Stop);
            var process = new TestData(Site).NewProcess("SavingFiling");
            filing.Save(Seal(AnswerSet.Empty.With("postcode", "100099"), second, filing), new Subject("", ""), process);
            await db.SaveAsync(process, Stop);
            return filing;
        });

        var undone = await Site.InScopeAsync(s => Moving(s).UndoAsync(Service, Stop));

        Assert.Equal(1, undone!.Back);
        Assert.Equal([edited.Number], undone.Edited);
        Assert.Equal("100099", Open(await ReadAsync(edited.Id))["postcode"]);
        Assert.Equal(("1.0", "100081"), ((await ReadAsync(left.Id)).DefinitionVersion, Open(await ReadAsync(left.Id))["zip"]));
    }

    [Fact]
    public async Task Move_WithoutADeclaredWay_BlocksEverything()
    {
        var draft = await DraftAsync(("zip", "100080"));
        var third = await PublishAsync(PackEdition.Major("from: 2\nto: 3\n", "3.0", "2-to-3"));

        var report = await Site.InScopeAsync(s => Moving(s).MoveAsync(third, Stop));

        Assert.Equal((0, 0, 0, 1, 0), Counts(report));
        Assert.Equal("1.0", (await ReadAsync(draft.Id)).DefinitionVersion);
    }

    [Fact]
    public async Task Count_Changes_TellsDraftsAndFilings()
    {
        await DraftAsync(("zip", "100080"));
        await DraftAsync(("fax", "010-60000000"));
        await DraftAsync(("legalRepName", "张三"));
        await new Scene(Site, new TestData(Site)).SubmittedAsync();
        var (first, second) = (PackEdition.First(), PackEdition.Major());
        var changes = PackDiff.Between(first, second);

        var counts = await Site.InScopeAsync(s => ActivatorUtilities.CreateInstance<TouchedFilings>(s).CountAsync(first, changes, Stop));

        Assert.Equal(new Touched(1, 1), CountOf("代码由 zip 改为 postcode"));
        Assert.Equal(new Touched(1, 0), CountOf("删除字段 fax"));
        Assert.Equal(new Touched(3, 1), CountOf("增加字段 channel"));

        Touched CountOf(string part) => counts[changes.ToList().FindIndex(c => c.Text.Zh.Contains(part, StringComparison.Ordinal))];
    }

    [Fact]
    public async Task Housekeeping_DraftThatIsOver_TakesWhatItHeldAlong()
    {
        var draft = await DraftAsync(("zip", "100080"));
        await Site.InScopeAsync(async s => await Moving(s).MoveAsync(await PublishAsync(PackEdition.Major()), Stop));
        Assert.Equal(1, await Site.QueryAsync(db => db.MovedDrafts.CountAsync(Stop)));

        Site.Clock.Advance(TimeSpan.FromDays(8));
        await Site.InScopeAsync(s => ActivatorUtilities.CreateInstance<Housekeeping>(s).SweepAsync(Stop));

        Assert.Equal(0, await Site.QueryAsync(db => db.Filings.CountAsync(f => f.Id == draft.Id, Stop)));
        Assert.Equal(0, await Site.QueryAsync(db => db.MovedDrafts.CountAsync(Stop)));
    }

    private static DraftMoving Moving(IServiceProvider services) => ActivatorUtilities.CreateInstance<DraftMoving>(services);

    private static (int, int, int, int, int) Counts(MoveReport report) =>
        (
            report.Count(MoveOutcome.Unchanged),
            report.Count(MoveOutcome.Changed),
            report.Count(MoveOutcome.Loses),
            report.Count(MoveOutcome.Blocked),
            report.Staying
        );

    private async Task<Pack> PublishAsync(Pack pack)
    {
        var publication = await Site.InScopeAsync(s => s.GetRequiredService<Publishing>().PublishAsync(pack, Stop));
        Assert.Empty(publication.Refusals.Select(r => r.Zh));
        return pack;
    }

    /// <summary>A draft of a browser without an account.</summary>
    private Task<Filing> DraftAsync(params (string Control, string Text)[] answers) =>
        Site.InScopeAsync(async services =>
        {
            var data = new TestData(Site);
            var db = services.GetRequiredService<AppDb>();
            var pack = services.GetRequiredService<Catalogue>()[Service];
            var process = data.NewProcess("StartingFiling");
            var filing = new Filing(
                Guid.CreateVersion7(),
                pack,
                "initial",
                "uscc",
                services.GetRequiredService<AuthorityTree>()[Scene.Guangzhou],
                Guid.CreateVersion7().ToString("N")[..16],
                null,
                new string('0', 64),
                services.GetRequiredService<Vault>().NewSubjectKey(),
                process.Now
            );
            db.Add(filing);
            filing.Save(
                Seal(AnswerSet.From(answers.Select(a => KeyValuePair.Create(a.Control, a.Text))), pack, filing),
                new Subject("", ""),
                process
            );
            await db.SaveAsync(process, Stop);
            return filing;
        });

    private SealedAnswers Seal(AnswerSet answers, Pack pack, Filing filing) =>
        SealedAnswers.Seal(answers, pack, filing.SubjectKey, Site.Services.GetRequiredService<Vault>());

    private AnswerSet Open(Filing filing) =>
        SealedAnswers.Open(filing.Answers, filing.PersonalAnswers, filing.SubjectKey, Site.Services.GetRequiredService<Vault>());

    private Task<Filing> ReadAsync(Guid id) => Site.QueryAsync(db => db.Filings.AsNoTracking().SingleAsync(f => f.Id == id, Stop));

    private Task<List<string>> EventsAsync(Guid id) =>
        Site.QueryAsync(db =>
            db.Events.Where(e => e.SubjectId == id && e.Kind.StartsWith("DraftMoved"))
                .OrderBy(e => e.Id)
                .Select(e => e.Kind)
                .ToListAsync(Stop)
        );
}

public sealed class DraftMovingOnSqliteTests : DraftMovingTests<SqliteSite>;

public sealed class DraftMovingOnPostgresTests : DraftMovingTests<PostgresSite>;
