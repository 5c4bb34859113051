using System.Net;
using Beian.Tests.Support;
using Beian.Web.Data;
using Beian.Web.Features.Filings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Beian.Tests.Features.Filings;

/// <summary>Each test moves the clock, so each has a site of its own.</summary>
public abstract class HousekeepingTests<TSite> : OwnSiteTests<TSite>
    where TSite : TestSite, new()
{
    [Fact]
    public async Task Sweep_AfterEightDays_TakesAwayOnlyWhatNobodyCanReach()
    {
        using var filer = new FilerVisit(Site);
        var kept = FilerVisit.IdOf((await filer.SaveNewAsync("save", [new("fLicence", "a.pdf", FilerVisit.Pdf("kept"))])).ExpectOk());
        var form = await filer.OpenAsync(kept);
        filer.Client.LoseSession();
        await filer.Client.SubmitAsync(form, FilerVisit.FormSelector, new Dictionary<string, string?> { ["zip"] = "100081" }, "save");
        using var stranger = new FilerVisit(Site);
        var draft = await DraftWithoutAccountAsync(stranger, [new("fLicence", "b.pdf", FilerVisit.Pdf("lost"))]);

        Site.Clock.Advance(TimeSpan.FromDays(6));
        Assert.Equal(new Swept(0, 0, 1, 1, 0), await SweepAsync());
        Site.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal(new Swept(1, 1, 0, 0, 0), await SweepAsync());
        Assert.Equal(new Swept(0, 0, 0, 0, 1), await SweepAsync());
        Assert.True((await SweepAsync()).IsNothing);

        Assert.False(await Site.QueryAsync(db => db.Filings.AnyAsync(f => f.Id == draft, Stop)));
        Assert.True(await Site.QueryAsync(db => db.Filings.AnyAsync(f => f.Id == kept, Stop)));
        var file = await Site.QueryAsync(db => db.Attachments.SingleAsync(Stop));
        Assert.Equal(kept, file.FilingId);
        var stored = Assert.Single(Directory.GetFiles(Site.Folder.Files, "*", SearchOption.AllDirectories));
        Assert.EndsWith(file.Sha256, stored, StringComparison.Ordinal);
        var events = await Site.QueryAsync(db => db.Events.Where(e => e.Kind == "HousekeepingDone").OrderBy(e => e.Id).ToListAsync(Stop));
        Assert.Equal(3, events.Count);
        Assert.Contains(
            "\"drafts\":1,\"attachments\":1,\"stashes\":0,\"sessions\":0,\"files\":0",
            events[1].Data,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Sweep_UploadThatNeverEnded_GoesAfterADay()
    {
        await File.WriteAllTextAsync(Path.Combine(Site.Folder.Files, "0123.new"), "half", Stop);

        Assert.True((await SweepAsync()).IsNothing);
        Site.Clock.Advance(TimeSpan.FromHours(25));

        Assert.Equal(1, (await SweepAsync()).Files);
    }

    [Fact]
    public async Task Sweep_FileBroughtAgain_StaysUntilItsRowIsWritten()
    {
        var store = Site.Services.GetRequiredService<FileStore>();
        var (head, kind) = (FilerVisit.Pdf("again"), FileKind.Of(FilerVisit.Pdf("again"))!);
        await store.KeepAsync(head, kind, Stream.Null, 1000, Stop);
        Site.Clock.Advance(TimeSpan.FromDays(3));
        await store.KeepAsync(head, kind, Stream.Null, 1000, Stop);

        Assert.True((await SweepAsync()).IsNothing);
    }

    private Task<Swept> SweepAsync() => Site.InScopeAsync(services => services.GetRequiredService<Housekeeping>().SweepAsync(Stop));

    private static async Task<Guid> DraftWithoutAccountAsync(FilerVisit filer, IEnumerable<Upload> files)
    {
        var form = (await filer.Client.GetAsync(FilerVisit.NewForm)).ExpectOk();
        var answers = FilerVisit.Join(FilerVisit.Answers, FilerVisit.With(filer.Account, ("account.passwordRepeat", "another")));
        var page = await filer.Client.SubmitAsync(form, FilerVisit.FormSelector, answers, "save", files);
        return FilerVisit.IdOf(page.Expect(HttpStatusCode.UnprocessableEntity));
    }
}

public sealed class HousekeepingOnSqliteTests : HousekeepingTests<SqliteSite>;

public sealed class HousekeepingOnPostgresTests : HousekeepingTests<PostgresSite>;
