using System.Net;
using Beian.Definitions.Packs;
using Beian.Tests.Features.Filings;
using Beian.Tests.Features.Office;
using Beian.Tests.Packs;
using Beian.Tests.Support;
using Beian.Web.Catalogue;
using Beian.Web.Data;
using Beian.Web.Features.Filings;
using Beian.Web.Features.Register;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Beian.Tests.Hosting.Packs;

/// <summary>Versions are published one after the other, so each test has a site of its own.</summary>
public abstract class PublishingTests<TSite> : OwnSiteTests<TSite>
    where TSite : TestSite, new()
{
    private const string Service = "foreign-trade-operator";

    private Catalogue Catalogue => Site.Services.GetRequiredService<Catalogue>();

    [Fact]
    public async Task Start_NewInstallation_HasPublishedWhatLiesInTheFolder()
    {
        var published = await Site.QueryAsync(db => db.PublishedPacks.SingleAsync(p => p.Service == Service, Stop));

        Assert.Equal((PackEdition.First().Sha256, PackReader.Format), (published.Sha256, published.Format));
        var recorded = await Site.QueryAsync(db => db.Events.SingleAsync(e => e.SubjectId == published.Id, Stop));
        Assert.Equal("PackPublished", recorded.Kind);
        Assert.Contains(published.Sha256, recorded.Data, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Publish_SameAgain_ChangesNothing()
    {
        Assert.True((await PublishAsync(PackEdition.First())).IsPublished);
        Assert.Equal(1, await Site.QueryAsync(db => db.PublishedPacks.CountAsync(p => p.Service == Service, Stop)));
    }

    [Fact]
    public async Task Publish_OlderVersion_IsRefusedAndNothingIsKept()
    {
        await PublishAsync(PackEdition.Minor());

        Assert.NotEmpty((await PublishAsync(PackEdition.First() with { Sha256 = new string('0', 64) })).Refusals);
        Assert.Equal(2, await Site.QueryAsync(db => db.PublishedPacks.CountAsync(p => p.Service == Service, Stop)));
    }

    [Fact]
    public async Task Publish_Minor_HoldsForFilingsThatAreThere()
    {
        var scene = new Scene(Site, new TestData(Site));
        var filing = await scene.SubmittedAsync();
        using var officer = await scene.OfficerAsync(Scene.Guangzhou);
        (await officer.GetAsync($"/office/filings/{filing.Id}")).ExpectText("经营者中文名称");

        await PublishAsync(PackEdition.Minor());

        (await officer.GetAsync($"/office/filings/{filing.Id}")).ExpectText(PackEdition.NewLabel);
    }

    [Fact]
    public async Task Publish_Major_LeavesFilingsAsTheyWereFiled()
    {
        var scene = new Scene(Site, new TestData(Site));
        var filing = await scene.SubmittedAsync();
        using var officer = await scene.OfficerAsync(Scene.Guangzhou);
        var before = (await officer.GetAsync($"/office/filings/{filing.Id}")).ExpectOk().Html;

        await PublishAsync(PackEdition.Major());

        Assert.Equal("2.0", Catalogue[Service].Version.ToString());
        Assert.Equal("1.0", Catalogue.For(Service, filing.DefinitionVersion).Version.ToString());
        var after = (await officer.GetAsync($"/office/filings/{filing.Id}")).ExpectOk();
        after.ExpectText("邮政编码");
        Assert.Equal(Answers(before), Answers(after.Html));
        using var visitor = Site.NewClient();
        var form = (await visitor.GetAsync($"/filings/new?service={Service}&authority={Scene.Guangzhou}&route=uscc")).ExpectOk();
        Assert.Contains("name=\"postcode\"", form.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"zip\"", form.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Publish_Closed_StartsNothingNewAndGoesOnWithTheRest()
    {
        var scene = new Scene(Site, new TestData(Site));
        var filing = await scene.SubmittedAsync();
        using var officer = await scene.OfficerAsync(Scene.Guangzhou);
        using var visitor = Site.NewClient();
        var form = (await visitor.GetAsync($"/filings/new?service={Service}&authority={Scene.Guangzhou}&route=uscc")).ExpectOk();

        await PublishAsync(PackEdition.Closed());

        var home = (await visitor.GetAsync($"/services/{Service}")).ExpectOk().ExpectText("暂不受理新的备案");
        Assert.Null(home.Document.QuerySelector($"a[href='/services/{Service}/start']"));
        (await visitor.GetAsync($"/services/{Service}/start")).ExpectText("暂不受理新的备案");
        (await visitor.GetAsync(form.Url.PathAndQuery)).ExpectText("暂不受理新的备案");
        (await visitor.SubmitAsync(form, FilerVisit.FormSelector, FilerVisit.Answers, "save")).Expect(HttpStatusCode.NotFound);
        Assert.Equal(1, await Site.QueryAsync(db => db.Filings.CountAsync(Stop)));
        await ApproveAsync(officer, filing.Id);
        (await visitor.GetAsync($"/register/{Service}?name={Uri.EscapeDataString(filing.SubjectName)}")).ExpectText(filing.SubjectName);
    }

    [Fact]
    public async Task Publish_Major_FilingSentBeforeIsApprovedAndShownByTheNewRegister()
    {
        var scene = new Scene(Site, new TestData(Site));
        var early = await scene.SubmittedAsync();
        using var officer = await scene.OfficerAsync(Scene.Guangzhou);
        await ApproveAsync(officer, early.Id);
        var late = await scene.SubmittedAsync(name: "测试晚到贸易有限公司");

        await PublishAsync(PackEdition.Major());
        var reprojected = await Site.InScopeAsync(s => s.GetRequiredService<Reprojection>().RunAsync(Service, Stop));
        await ApproveAsync(officer, late.Id);

        Assert.Equal(new Reprojected(1, 1), reprojected);
        var entries = await Site.QueryAsync(db => db.RegisterEntries.OrderBy(e => e.Id).ToListAsync(Stop));
        Assert.Equal([2, 2], entries.Select(e => e.RegisterMajor));
        Assert.Equal(["1.0", "1.0"], entries.Select(e => e.DefinitionVersion));
        foreach (var entry in entries)
        {
            Assert.Contains("\"postcode\":\"510000\"", entry.PublicAnswers, StringComparison.Ordinal);
            Assert.DoesNotContain("domicile", entry.PublicAnswers, StringComparison.Ordinal);
            var page = await (
                await officer.Http.GetAsync(new Uri($"/register/{Service}/{entry.Number}", UriKind.Relative), Stop)
            ).Content.ReadAsStringAsync(Stop);
            Assert.Contains("510000", page, StringComparison.Ordinal);
        }
        // Again there is nothing to do.
        Assert.Equal(new Reprojected(0, 0), await Site.InScopeAsync(s => s.GetRequiredService<Reprojection>().RunAsync(Service, Stop)));
    }

    [Fact]
    public async Task Refresh_PublishedByAnother_IsTakenUp()
    {
        var other = new Catalogue(Site.Services.GetRequiredService<IServiceScopeFactory>(), NullLogger<Catalogue>.Instance);
        Assert.Equal("1.0", other[Service].Version.ToString());
        await PublishAsync(PackEdition.Major());
        Assert.Equal("1.0", other[Service].Version.ToString());

        // A filing of the new version is enough; nobody need wait for the next round.
        Assert.Equal("2.0", other.For(Service, "2.0").Version.ToString());
        Assert.Equal("2.0", other[Service].Version.ToString());
    }

    [Fact]
    public async Task Ready_VersionOfANewerProgram_IsNotReadyUntilItCanBeRead()
    {
        using var client = Site.NewClient();
        (await client.GetAsync("/health/ready")).ExpectOk();

        await Site.ExecuteAsync(db =>
            db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO pack_versions (id, service, major, minor, format, sha256, json, published_at)
                SELECT {Guid.CreateVersion7()}, service, 3, 0, 99, sha256, {"{\"format\":99}"}, published_at
                FROM pack_versions WHERE service = {Service}
                """,
                Stop
            )
        );
        Catalogue.Refresh();

        var page = (await client.GetAsync("/health/ready")).Expect(HttpStatusCode.ServiceUnavailable);
        Assert.Equal("{\"status\":\"not-ready\",\"missing\":[\"packs\"]}", page.Html);
        // What can be read is still served.
        (await client.GetAsync($"/services/{Service}")).ExpectOk();
    }

    private Task<Publication> PublishAsync(Pack pack) =>
        Site.InScopeAsync(s => s.GetRequiredService<Publishing>().PublishAsync(pack, Stop));

    private static async Task ApproveAsync(SiteClient officer, Guid filing)
    {
        var page = (await officer.GetAsync($"/office/filings/{filing}")).ExpectOk();
        await officer.SubmitAsync(page, "form[action$=approval]", [new("operatorType", "limited")]);
    }

    /// <summary>The page without what is made anew for each request.</summary>
    private static string Answers(string html) =>
        System.Text.RegularExpressions.Regex.Replace(html, "value=\"CfDJ8[^\"]*\"|nonce-[^\"']*", "");
}

public sealed class PublishingOnSqliteTests : PublishingTests<SqliteSite>;

public sealed class PublishingOnPostgresTests : PublishingTests<PostgresSite>;
