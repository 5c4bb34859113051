using System.Diagnostics;
using Beian.Definitions;
using Beian.Web.Authorities;
using Beian.Web.Data;
using Beian.Web.Features.Account;
using Beian.Web.Features.Office.Ledger;
using Beian.Web.Jobs;
using Beian.Web.Web;
using Microsoft.EntityFrameworkCore;
using Process = Beian.Web.Data.Process;

namespace Beian.Bench;

/// <summary>What the export of a ledger does to everybody else.</summary>
/// <param name="Rows">How many rows the spreadsheet has.</param>
/// <param name="Elapsed">From the order to the finished file.</param>
/// <param name="IdleP99">A public search, one at a time, while nothing is exported; milliseconds.</param>
/// <param name="ExportP99">The same meanwhile.</param>
internal sealed record ExportTimes(long Rows, TimeSpan Elapsed, double IdleP99, double ExportP99);

/// <summary>An officer orders the newest entries of the ledger as a spreadsheet, and somebody searches until it is there.</summary>
internal static class ExportMeasurement
{
    public static async Task<ExportTimes> RunAsync(Server site, IServiceProvider services, int rows, IReadOnlyList<string> searches)
    {
        var searching = new Searching(site.Address, searches);
        var idle = await searching.IdleAsync();
        var clock = Stopwatch.StartNew();
        var job = await OrderAsync(services, rows);
        var export = DoneAsync(services, job);
        var during = await searching.DuringAsync(export);
        var written = await export;
        return new(written, clock.Elapsed, idle, during);
    }

    private static async Task<Guid> OrderAsync(IServiceProvider services, int rows)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var office = services.GetRequiredService<AuthorityTree>().Accepting.First().Id;
        var newest = await db.Set<Web.Features.Register.RegisterEntry>().OrderByDescending(e => e.Id).Skip(rows - 1).FirstAsync();
        var officer = Account.ForOfficer("bench" + Guid.CreateVersion7().ToString("N")[^12..], "测量", office, now);
        var query = $"?service={newest.Service}&approvedFrom={ChinaTime.DateAt(newest.ApprovedAt):yyyy-MM-dd}";
        var process = new Process("ExportingLedger", new Actor(officer.Id, officer.DisplayName, "127.0.0.1"), now);
        var job = new Job(LedgerExport.KindName, new LedgerExportOrder(query, "xlsx", office, Language.Zh), process);
        db.AddRange(officer, job);
        await db.SaveChangesAsync();
        return job.Id;
    }

    private static async Task<long> DoneAsync(IServiceProvider services, Guid id)
    {
        while (true)
        {
            await Task.Delay(100);
            await using var scope = services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<AppDb>();
            var job = await db.Set<Job>().AsNoTracking().SingleAsync(j => j.Id == id);
            if (job.State is JobState.Waiting or JobState.Running)
                continue;
            if (job.State != JobState.Done)
                throw new InvalidOperationException($"The export: {job.State}");
            await db.Set<Job>().Where(j => j.Id == id).ExecuteDeleteAsync();
            return job.Progress;
        }
    }
}
