using System.IO.Compression;
using Beian.Tests.Spreadsheets;
using Beian.Tests.Support;
using Beian.Web.Data;
using Beian.Web.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Beian.Tests.Features.Office.Ledger;

/// <summary>Ledgers with something in them, and spreadsheets of them.</summary>
internal static class LedgerScene
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Many entries of an authority, written by the database itself.</summary>
    public static Task PlantEntriesAsync(this TestSite site, string authority, int count) =>
        site.ExecuteAsync(async db =>
        {
            var postgres = site.Provider == DatabaseProvider.Postgres;
            // A key of ten digits and the office's name make an id.
            var id = postgres
                ? "(lpad(i::text, 8, '0') || '-0000-7000-8000-0000' || lpad(right({0}, 6), 8, '0'))::uuid"
                : "printf('%08d-0000-7000-8000-0000%08d', i, CAST(substr({0}, 2) AS INTEGER))";
            var number = postgres ? "right({0}, 6) || lpad(i::text, 8, '0')" : "substr({0}, 2) || printf('%08d', i)";
            var sql = $$"""
                WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {1})
                INSERT INTO register_entries (public_id, service, definition_version, number, code, code_key, name, public_answers, authority_id,
                  state, filing_id, revision, version, first_approved_at, approved_at)
                SELECT {{id}}, 'foreign-trade-operator', '1.0', {{number}}, {{number}}, {{number}}, '=大台账测试' || i,
                  '{{"{{\"nameZh\":\"=大台账测试\",\"nameEn\":\"Big Ledger\",\"uscc\":\"0091440100TEST0001\"}}"}}', {0}, 'Valid', {{id}}, 1, 1, {2}, {2} FROM n
                """;
            await db.Database.ExecuteSqlRawAsync(sql, [authority, count, site.Clock.GetUtcNow().UtcDateTime], Stop);
        });

    /// <summary>Asks for a spreadsheet of what a ledger's page shows.</summary>
    public static async Task<Page> ExportAsync(this SiteClient officer, string ledger, string format) =>
        (await officer.SubmitAsync((await officer.GetAsync(ledger)).ExpectOk(), "#export", button: format)).ExpectOk();

    /// <summary>Looks at the page of an export until it is over, as its reader does.</summary>
    public static async Task<Page> UntilOverAsync(this SiteClient officer, TestSite site, Page page)
    {
        await Waiting.UntilAsync(
            "the export is over",
            async () =>
            {
                // What the site does every two seconds; whoever comes first.
                await site.Services.GetRequiredService<JobRunner>().RunDueAsync(Stop);
                page = (await officer.GetAsync(page.Path)).ExpectOk();
                return page.Document.QuerySelector("[data-progress=true]") is null;
            }
        );
        return page;
    }

    /// <summary>The file behind the page of an export.</summary>
    public static async Task<byte[]> DownloadAsync(this SiteClient officer, Page page)
    {
        using var answer = await officer.Http.GetAsync(new Uri(page.LinkTo("下载"), UriKind.Relative), Stop);
        Assert.True(answer.IsSuccessStatusCode, $"{answer.StatusCode}");
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition?.DispositionType);
        return await answer.Content.ReadAsByteArrayAsync(Stop);
    }

    public static IReadOnlyList<string[]> RowsOf(byte[] xlsx)
    {
        using var file = new MemoryStream(xlsx);
        using var zip = new ZipArchive(file, ZipArchiveMode.Read);
        return TableWriterTests.Rows(zip, "xl/worksheets/sheet1.xml");
    }
}
