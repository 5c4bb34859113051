using System.IO.Pipelines;
using Beian.Definitions;
using Beian.Definitions.Packs;
using Beian.Web.Authorities;
using Beian.Web.Data;
using Beian.Web.Features.Account;
using Beian.Web.Features.Filings;
using Beian.Web.Jobs;
using Beian.Web.Spreadsheets;
using Beian.Web.Web;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Office.Ledger;

/// <summary>What is exported.</summary>
/// <param name="Query">The filter, as the address of the ledger has it.</param>
/// <param name="Format">xlsx or csv.</param>
/// <param name="AuthorityId">Whose jurisdiction it was asked for in.</param>
public sealed record LedgerExportOrder(string Query, string Format, string AuthorityId, Language Language);

/// <summary>The file that came of it, in the file store, where it lies encrypted until housekeeping takes it away.</summary>
public sealed record LedgerExportFile(string Sha256, long Length, string Name, string MediaType);

/// <summary>
/// Writes a ledger into a spreadsheet, however long it is: read in short pieces by key on a connection of its own, written through a pipe,
/// so that neither memory nor locks grow with it. Between the pieces it leaves the machine to those who wait for a page.
/// </summary>
public sealed class LedgerExport(FileStore files, Catalogue.Catalogue catalogue, Portal portal, TimeProvider clock) : JobKind
{
    public const string KindName = "ledger-export";

    private const int Piece = 500;
    private const long LongestFile = 4L << 30;

    // As long as the store keeps what no row names.
    private static readonly TimeSpan _kept = TimeSpan.FromDays(1);

    public static readonly FileKind Xlsx = new("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", [".xlsx"]);
    public static readonly FileKind Csv = new("text/csv; charset=utf-8", [".csv"]);

    public override string Name => KindName;

    /// <summary>How it stands with an export, in words.</summary>
    public static LocalizedText StateOf(Job job, DateTime now) =>
        job.State switch
        {
            JobState.Waiting when job.Attempts > 0 => new("中断，稍后自动重新开始", "Interrupted; it begins anew by itself"),
            JobState.Waiting => new("排队中", "Waiting"),
            JobState.Running => new("正在导出", "Running"),
            JobState.Done when now < job.ExpiresAt => new($"已完成，{job.Progress} 条", $"Done, {job.Progress} rows"),
            JobState.Done => new("文件已过期删除", "The file has been removed"),
            _ => new("没有完成", "Not done"),
        };

    public override async Task<JobOutcome> RunAsync(Job job, JobProgress progress, IServiceProvider services, CancellationToken stop)
    {
        var order = job.Read<LedgerExportOrder>();
        var db = services.GetRequiredService<AppDb>();
        var authorities = services.GetRequiredService<AuthorityTree>();
        // What the officer may see now counts, not what he or she saw when asking.
        var officer = await db.Accounts.AsNoTracking().SingleAsync(a => a.Id == job.AccountId, stop);
        if (officer.AuthorityId != order.AuthorityId)
            throw new InvalidOperationException("The officer has another authority by now.");
        var filter = new LedgerFilter(
            new QueryCollection(QueryHelpers.ParseQuery(order.Query)),
            new Jurisdiction(authorities[order.AuthorityId], authorities),
            LedgerPage.PacksIn(portal, catalogue),
            services.GetRequiredService<Texts>()
        );
        var reader = services.GetRequiredService<LedgerReader>();
        var total = await reader.CountAsync(filter, int.MaxValue, stop);
        await progress.ReportAsync(0, total, stop);

        var kind = order.Format == "csv" ? Csv : Xlsx;
        var expires = clock.GetUtcNow().UtcDateTime + _kept;
        var pipe = new Pipe();
        var rows = 0;
        var writing = Task.Run(WriteAsync, stop);
        var stored = await files.KeepAsync([], kind, pipe.Reader.AsStream(), LongestFile, stop);
        await writing;
        var file = new LedgerExportFile(
            stored!.Sha256,
            stored.Length,
            $"{NameOf(filter)}-{ChinaTime.At(job.CreatedAt):yyyyMMdd-HHmm}{kind.Extensions[0]}",
            kind.MediaType
        );
        return new(
            file,
            rows,
            expires,
            process =>
                process.Record(
                    "LedgerExported",
                    "job",
                    job.Id,
                    new
                    {
                        filter = order.Query,
                        format = order.Format,
                        authority = order.AuthorityId,
                        rows,
                        sha256 = file.Sha256,
                    }
                )
        );

        async Task WriteAsync()
        {
            Exception? fault = null;
            try
            {
                await using var target = pipe.Writer.AsStream(leaveOpen: true);
                await using TableWriter table = kind == Csv ? new CsvWriter(target) : new XlsxWriter(target, NameOf(filter));
                var columns = LedgerTable.SpreadsheetOf(filter, authorities);
                await table.WriteRowAsync([.. columns.Select(c => c.Heading.In(order.Language))], stop);
                for (string? place = null; ; )
                {
                    var begun = clock.GetTimestamp();
                    var some = await reader.ReadAsync(filter, place, back: false, Piece, stop);
                    foreach (var row in some)
                        await table.WriteRowAsync([.. columns.Select(c => c.Text(row, order.Language))], stop);
                    rows += some.Count;
                    if (some.Count < Piece)
                        break;
                    place = some[^1].Place;
                    await progress.ReportAsync(rows, total, stop);
                    // Half of the time it does nothing: whoever waits for a page comes first.
                    await Task.Delay(clock.GetElapsedTime(begun), stop);
                }
                await table.EndAsync(stop);
            }
            catch (Exception caught)
            {
                fault = caught;
                throw;
            }
            finally
            {
                await pipe.Writer.CompleteAsync(fault);
            }
        }
    }

    private static string NameOf(LedgerFilter filter) => filter.Pack.Service.TileTitle.Zh + (filter.OfFilings ? "备案台账" : "登记台账");
}
