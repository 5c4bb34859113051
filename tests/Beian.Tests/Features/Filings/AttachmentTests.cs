using System.Net;
using System.Text;
using Beian.Tests.Features.Office;
using Beian.Tests.Support;
using Beian.Web.Features.Filings;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Beian.Tests.Features.Filings;

public abstract class AttachmentTests<TSite>(TSite site) : SiteTests<TSite>(site)
    where TSite : TestSite
{
    [Fact]
    public async Task Upload_Pdf_IsKeptEncryptedAndComesBackAsItWas()
    {
        using var filer = new FilerVisit(Site);
        var content = FilerVisit.Pdf(new string('x', 200_000));
        var id = FilerVisit.IdOf((await filer.SaveNewAsync("save", [new Upload("fLicence", "执照.pdf", content)])).ExpectOk());
        var file = await Site.QueryAsync(db => db.Attachments.SingleAsync(a => a.FilingId == id, Stop));

        using var answer = await filer.Client.Http.GetAsync(new Uri($"/filings/{id}/attachments/{file.Id}", UriKind.Relative), Stop);

        Assert.Equal(content, await answer.Content.ReadAsByteArrayAsync(Stop));
        Assert.Equal("application/pdf", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        var stored = Directory
            .GetFiles(Site.Folder.Files, "*", SearchOption.AllDirectories)
            .Single(f => f.EndsWith(file.Sha256, StringComparison.Ordinal));
        Assert.DoesNotContain("%PDF", Encoding.Latin1.GetString(await File.ReadAllBytesAsync(stored, Stop)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Upload_ProgramNamedPdf_IsRefusedByItsContent()
    {
        using var filer = new FilerVisit(Site);
        var page = await filer.SaveNewAsync("save", [new Upload("fLicence", "执照.pdf", [.. "MZ"u8, .. new byte[500]])]);

        page.Expect(HttpStatusCode.UnprocessableEntity).ExpectText("可执行程序").ExpectText("执照.pdf");
        var id = FilerVisit.IdOf(page);
        Assert.Equal("北京样例进出口有限公司", (await filer.FilingAsync(id)).SubjectName);
        Assert.False(await Site.QueryAsync(db => db.Attachments.AnyAsync(a => a.FilingId == id, Stop)));
    }

    [Fact]
    public async Task Upload_ThirtyMegabytes_IsToldInAPage()
    {
        using var filer = new FilerVisit(Site);
        var content = new byte[30_000_000];
        "%PDF-1.4"u8.CopyTo(content);

        var page = await filer.SaveNewAsync("save", [new Upload("fLicence", "大文件.pdf", content)]);

        page.Expect(HttpStatusCode.UnprocessableEntity).ExpectText("超过 10 MB").ExpectText("大文件.pdf");
        Assert.NotNull((await filer.FilingAsync(FilerVisit.IdOf(page))).OwnerId);
    }

    [Fact]
    public async Task Remove_OnTheForm_TakesTheFileAway()
    {
        using var filer = new FilerVisit(Site);
        var id = FilerVisit.IdOf((await filer.SaveNewAsync("save", [FilerVisit.Licence])).ExpectOk());
        var file = await Site.QueryAsync(db => db.Attachments.SingleAsync(a => a.FilingId == id, Stop));

        var page = await filer.Client.SubmitAsync(await filer.OpenAsync(id), FilerVisit.FormSelector, button: $"remove:{file.Id}");

        page.ExpectOk();
        Assert.NotNull((await Site.QueryAsync(db => db.Attachments.SingleAsync(a => a.Id == file.Id, Stop))).RemovedAt);
    }

    [Fact]
    public async Task Upload_OnThePageOfFiles_AddsIt()
    {
        using var filer = new FilerVisit(Site);
        var id = FilerVisit.IdOf((await filer.SaveNewAsync()).ExpectOk());
        var page = (await filer.Client.GetAsync($"/filings/{id}/attachments")).ExpectOk();

        (await filer.Client.SubmitAsync(page, "#attachments-form", files: [FilerVisit.Licence])).ExpectOk().ExpectText("营业执照.pdf");
    }

    [Fact]
    public async Task Open_ByOfficers_OnlyTheAuthorityInChargeAndOnlyWhatWasSent()
    {
        using var filer = new FilerVisit(Site);
        var id = await filer.SubmitNewAsync();
        // An incomplete form is kept, with its file, and not sent.
        var incomplete = new Dictionary<string, string?> { ["phone"] = "" };
        var later = FilerVisit.Licence with { Content = FilerVisit.Pdf("later") };
        await filer.Client.SubmitAsync(await filer.OpenAsync(id), FilerVisit.FormSelector, incomplete, "save", [later]);
        var files = await Site.QueryAsync(db =>
            db.Attachments.Where(a => a.FilingId == id && a.Code == "fLicence").OrderBy(a => a.Id).ToListAsync(Stop)
        );
        var scene = new Scene(Site, Data);
        using var inCharge = await scene.OfficerAsync("A110000");
        using var elsewhere = await scene.OfficerAsync(Scene.Guangzhou);
        using var stranger = Site.NewClient();

        Task<HttpResponseMessage> OpenAsync(SiteClient client, int file) =>
            client.Http.GetAsync(new Uri($"/office/filings/{id}/attachments/{files[file].Id}", UriKind.Relative), Stop);

        using var sent = await OpenAsync(inCharge, 0);
        Assert.Equal(FilerVisit.Licence.Content, await sent.Content.ReadAsByteArrayAsync(Stop));
        Assert.Equal("nosniff", sent.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.True(sent.Headers.CacheControl?.NoStore);
        Assert.Equal(2, files.Count);
        Assert.Equal(HttpStatusCode.NotFound, (await OpenAsync(inCharge, 1)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await OpenAsync(elsewhere, 0)).StatusCode);
        Assert.NotEqual(FilerVisit.Licence.Content, await (await OpenAsync(stranger, 0)).Content.ReadAsByteArrayAsync(Stop));
    }
}

public sealed class AttachmentsOnSqliteTests(SqliteSite site) : AttachmentTests<SqliteSite>(site);

public sealed class AttachmentsOnPostgresTests(PostgresSite site) : AttachmentTests<PostgresSite>(site);
