using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Runtime;
using Beian.Definitions;
using Beian.Web.Features.Register.Import;
using Beian.Web.Hosting.Packs;

namespace Beian.Web.Hosting;

/// <summary>
/// <c>import operators FILE</c>: takes the former system's entries and waiting filings over. Ends with 0 when every row was taken, with 1 when some were not, with
/// 2 when the file cannot be read.
/// </summary>
public static class ImportCommand
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("file") { Description = "CSV（UTF-8 或 GB18030）或 XLSX 文件 / CSV or XLSX file" };
        var service = new Option<string>("--service")
        {
            Description = "业务 / service",
            DefaultValueFactory = _ => "foreign-trade-operator",
        };
        var map = new Option<FileInfo?>("--map") { Description = "列名对照文件，每行“列名=字段” / column names, one header=field a line" };
        var report = new Option<FileInfo?>("--report") { Description = "未导入的行写到哪里 / where rows not taken are told" };
        var dryRun = new Option<bool>("--dry-run") { Description = "只检查，不写入 / look only" };
        var chunk = new Option<int>("--chunk")
        {
            Description = "每次提交多少行；少则网站等待短 / rows a transaction: fewer, and a running site waits less",
            DefaultValueFactory = _ => 50_000,
        };
        chunk.Validators.Add(r =>
        {
            if (r.GetValueOrDefault<int>() is < 100 or > 200_000)
                r.AddError("--chunk: 100 – 200000");
        });
        var english = new Option<bool>("--english") { Description = "English" };
        var data = CommandLine.DataOption();
        var operators = new Command("operators", "导入原系统的登记和待审申请 / take over entries and waiting filings")
        {
            file,
            service,
            map,
            report,
            dryRun,
            chunk,
            english,
            data,
        };
        operators.SetAction(
            async (line, stop) =>
            {
                var path = line.GetValue(file)!.FullName;
                return await RunAsync(
                    line.GetValue(data)!,
                    line.GetValue(map)?.FullName,
                    new(
                        path,
                        line.GetValue(service)!,
                        line.GetValue(report)?.FullName ?? path + ".faults.csv",
                        new Dictionary<string, string>(),
                        line.GetValue(dryRun)
                    )
                    {
                        Chunk = line.GetValue(chunk),
                    },
                    line.GetValue(english) ? Language.En : Language.Zh,
                    line.InvocationConfiguration.Output,
                    line.InvocationConfiguration.Error,
                    stop
                );
            }
        );
        return new Command("import", "导入 / import") { operators };
    }

    private static async Task<int> RunAsync(
        string data,
        string? map,
        ImportOrder order,
        Language language,
        TextWriter output,
        TextWriter error,
        CancellationToken stop
    )
    {
        foreach (var path in new[] { order.Path, map }.OfType<string>())
            if (!File.Exists(path))
            {
                await error.WriteLineAsync(new LocalizedText($"没有文件 {path}。", $"There is no file {path}.").In(language));
                return 2;
            }
        using var host = await DataAccess.OpenAsync(data, language, error, stop);
        if (host is null)
            return 2;
        await using var scope = host.Services.CreateAsyncScope();
        if (host.Services.GetRequiredService<Catalogue.Catalogue>().Find(order.Service) is null)
        {
            await error.WriteLineAsync(
                new LocalizedText($"没有业务 {order.Service}。", $"There is no service {order.Service}.").In(language)
            );
            return 2;
        }
        if (map is not null)
            order = order with { Map = await ReadMapAsync(map, stop) };
        // Nobody waits for an answer meanwhile: collecting beside the work would only take a processor from it.
        GCSettings.LatencyMode = GCLatencyMode.Batch;
        var watch = Stopwatch.StartNew();
        var result = await scope
            .ServiceProvider.GetRequiredService<Importer>()
            .RunAsync(order, done => error.WriteLine(ProgressOf(done, watch.Elapsed).In(language)), stop);
        await output.WriteAsync(string.Concat(Summary(order, result, watch.Elapsed).Select(t => t.In(language) + Environment.NewLine)));
        return result.Refusal is not null ? 2
            : result.Counts.Faulty > 0 ? 1
            : 0;
    }

    private static async Task<Dictionary<string, string>> ReadMapAsync(string path, CancellationToken stop)
    {
        var map = new Dictionary<string, string>();
        foreach (var line in await File.ReadAllLinesAsync(path, stop))
            if (line.Split('=', 2) is [var header, var field] && header.Trim() is { Length: > 0 } and not ['#', ..])
                map[header.Trim()] = field.Trim();
        return map;
    }

    private static LocalizedText ProgressOf(ImportCounts done, TimeSpan elapsed) =>
        new($"… 已处理 {done.Rows} 行，{Seconds(elapsed)} 秒", $"… {done.Rows} rows, {Seconds(elapsed)} s");

    private static IEnumerable<LocalizedText> Summary(ImportOrder order, ImportResult result, TimeSpan elapsed)
    {
        if (result.Refusal is { } refusal)
        {
            yield return refusal;
            yield break;
        }
        if (result.Unknown.Count > 0)
            yield return new(
                $"不认识的列（未导入）：{string.Join("、", result.Unknown)}",
                $"Unknown columns, left out: {string.Join(", ", result.Unknown)}"
            );
        if (result.WasFinished)
            yield return new("这个文件以前已全部导入，没有改动。", "This file was imported to its end before; nothing was changed.");
        else if (result.Resumed > 0)
            yield return new($"从第 {result.Resumed + 1} 行接着导入。", $"Went on at row {result.Resumed + 1}.");
        var c = result.Counts;
        yield return order.DryRun
            ? new(
                $"检查 {c.Rows} 行：可导入登记 {c.Entered}，待审 {c.Pending}，已有 {c.Present}，有错 {c.Faulty}。没有写入。",
                $"{c.Rows} rows looked at: {c.Entered} entries and {c.Pending} waiting could be taken, {c.Present} there already, {c.Faulty} faulty. Nothing was written."
            )
            : new(
                $"共 {c.Rows} 行：登记 {c.Entered}，待审 {c.Pending}，已有 {c.Present}，有错 {c.Faulty}。用时 {Seconds(elapsed)} 秒。",
                $"{c.Rows} rows: {c.Entered} entries, {c.Pending} waiting, {c.Present} there already, {c.Faulty} faulty. {Seconds(elapsed)} s."
            );
        if (c.Faulty > 0)
            yield return new($"有错的行见 {order.Report}", $"Faulty rows: {order.Report}");
    }

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture);
}
