using System.Net;
using Beian.Tests.Browser.Walks;
using Beian.Tests.Features.Office;
using Beian.Tests.Support;
using Beian.Web.Features.Filings;
using Beian.Web.Features.Register;
using Beian.Web.Web;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Beian.Tests.Features.Filings;

/// <summary>A service with one entry for each brand: an enterprise files a second brand, and the same one no second time.</summary>
public abstract class EntryPerTests<TSite>(TSite site) : SiteTests<TSite>(site)
    where TSite : TestSite
{
    private const string NewForm = "/filings/new?service=commercial-franchise&authority=A440000&route=within-province";

    [Fact]
    public async Task Submit_SecondBrand_EntersWhereTheSameOneDoesNot()
    {
        var walk = CommercialFranchiseWalk.In(Site.Folder.Root);
        using var filer = new FilerVisit(Site);
        var first = FilerVisit.IdOf((await SendAsync(filer, walk, "行路茶", filer.Account)).ExpectOk());
        await ApproveAsync(first);

        var again = await SendAsync(filer, walk, "行路茶", []);
        again.Expect(HttpStatusCode.UnprocessableEntity).ExpectText("已有有效备案");
        var second = FilerVisit.IdOf((await SendAsync(filer, walk, "行路咖啡", [])).ExpectOk());
        await ApproveAsync(second);

        var entries = await Site.QueryAsync(db =>
            db.RegisterEntries.Where(e => e.Name == walk.Filer.Name).OrderBy(e => e.Id).Select(e => new { e.Number, e.Code }).ToListAsync()
        );
        Assert.Equal(2, entries.Count);
        Assert.All(entries, e => Assert.StartsWith($"4400{ChinaTime.DateAt(Data.Now).Year}", e.Number, StringComparison.Ordinal));
        Assert.All(entries, e => Assert.Equal(walk.Filer.Uscc, e.Code));
        using var officer = await new Scene(Site, Data).OfficerAsync("A440000");
        var queue = (await officer.GetAsync($"/office/queue?state=approved&q={walk.Filer.Uscc}")).ExpectOk();
        Assert.Equal(2, queue.TextsOf("tbody tr").Count(t => t.Contains(walk.Filer.Name, StringComparison.Ordinal)));
    }

    private async Task ApproveAsync(Guid id)
    {
        using var officer = await new Scene(Site, Data).OfficerAsync("A440000");
        var page = (await officer.GetAsync($"/office/filings/{id}")).ExpectOk();
        (await officer.SubmitAsync(page, "form[action$=approval]")).ExpectOk();
        Assert.Equal(FilingState.Approved, (await Site.QueryAsync(db => db.Filings.AsNoTracking().SingleAsync(f => f.Id == id))).State);
    }

    private static async Task<Page> SendAsync(FilerVisit filer, ServiceWalk walk, string brand, Dictionary<string, string?> account)
    {
        var form = (await filer.Client.GetAsync(NewForm)).ExpectOk();
        var answers = walk
            .Answers.SelectMany(a => a.Value.Split(a.Control == "royalty" ? ' ' : '\n').Select(v => (a.Control, Value: v)))
            .Where(a => a.Control != "brandName")
            .Append(("brandName", brand))
            .Concat(account.Select(a => (a.Key, a.Value!)))
            .Select(a => KeyValuePair.Create(a.Item1, (string?)a.Item2));
        var saved = await filer.Client.SubmitAsync(
            form,
            FilerVisit.FormSelector,
            answers,
            "save",
            walk.Files.Select(f => new Upload(f.Code, f.Code + ".pdf", FilerVisit.Pdf(f.Code)))
        );
        var id = FilerVisit.IdOf(saved.ExpectOk());
        var draft = await filer.OpenAsync(id);
        return await filer.Client.SubmitAsync(draft, FilerVisit.FormSelector, button: "submit", files: [await filer.SheetAsync(id)]);
    }
}

public sealed class EntryPerOnSqliteTests(SqliteSite site) : EntryPerTests<SqliteSite>(site);

public sealed class EntryPerOnPostgresTests(PostgresSite site) : EntryPerTests<PostgresSite>(site);
