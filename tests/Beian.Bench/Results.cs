using System.Globalization;
using System.Text;

namespace Beian.Bench;

/// <summary>What was measured, and how it stands against what is asked.</summary>
internal sealed class Results(int entries)
{
    private const string Method = """
        # Performance

        Written by `bin/bench`, which measures everything in one run on one machine: the Release build on SQLite and on PostgreSQL, a bare
        ASP.NET server with a constant page, and the load generator (wrk, one thread) share its processors, so ratios say more than rates.
        The register is filled with synthetic operators through the product's own normaliser and grams. Queries are drawn from all names; no
        answer is cached. The request log is off (`Logging:LogLevel:Default` is `Warning`). *Floor* is what must hold, *aim* what we want.


        """;

    private readonly Dictionary<string, List<Load>> _loads = [];

    public TimeSpan Start { get; init; }

    public TimeSpan BareStart { get; init; }

    public long MemoryIdle { get; init; }

    public long MemoryLoaded { get; set; }

    public IReadOnlyList<(double Milliseconds, string Path)> SlowestSqlite { get; set; } = [];

    public IReadOnlyList<(double Milliseconds, string Path)> SlowestPostgres { get; set; } = [];

    /// <summary>Sheets printed in one second by one thread, and the bytes of the largest; each round once.</summary>
    public List<(double PagesPerSecond, int LargestBytes)> Sheets { get; } = [];

    /// <summary>What goes on beside the searches; measured once.</summary>
    public DisturbanceTimes Disturbances { get; set; } = new(null, null);

    /// <summary>Taking a file over; null before it is measured.</summary>
    public ImportTimes? Import { get; set; }

    public long Errors => _loads.Values.SelectMany(l => l).Sum(l => l.Errors) + (Disturbances.SignIns?.Errors ?? 0);

    public void Add(string name, Load load)
    {
        if (!_loads.TryGetValue(name, out var loads))
            _loads.Add(name, loads = []);
        loads.Add(load);
    }

    public string ToMarkdown()
    {
        var text = new StringBuilder(Method);
        Line(
            $"{entries:N0} entries, {Wrk.Connections} connections, medians of {_loads["bare"].Count} interleaved rounds. “Ratio” is to a bare ASP.NET page of 18.5 kB: {PerSecond("bare"):N0}/s, p99 {P99("bare"):N2} ms.\n"
        );
        Line($"| what | SQLite /s | ratio | p50 / p99 ms | floor | aim | PostgreSQL /s | ratio | p50 / p99 ms |");
        Line($"|---|---:|---:|---:|---:|---:|---:|---:|---:|");
        Row("search, 4 characters of a brand", "brand", "0.10", "0.20");
        Row("search, any 4 characters of a name", "window", "", "");
        Row("search, 1–2 characters", "short", "", "0.15");
        Row("exact code", "code", "0.20", "0.40");
        Row("first page of the commonest word", "first", "", "0.15");
        Row("deep page of the same", "deep", "", "0.15");
        Line($"\n| slowest of {SlowestSqlite.Count:N0} mixed queries, one at a time | p50 ms | p99 ms | slowest ms | floor |");
        Line($"|---|---:|---:|---:|---:|");
        Serial("SQLite", SlowestSqlite, "");
        Serial("PostgreSQL", SlowestPostgres, "50");
        Line(
            $"\n| save of a new filing (the form posted, one transaction) | product /s | p50 / p99 ms | the same rows in bare ADO.NET /s | ratio | floor | aim |"
        );
        Line($"|---|---:|---:|---:|---:|---:|---:|");
        Save("SQLite", "0.12", "0.6");
        Save("PostgreSQL", "", "0.35");
        Line($"\n| front of the 登记表 for signature, laid out and written as PDF by one thread | measured | floor |");
        Line($"|---|---:|---:|");
        Line($"| sheets /s | {Median(Sheets.Select(s => s.PagesPerSecond)):N0} | 100 |");
        Line($"| largest sheet, kB | {Sheets.Max(s => s.LargestBytes) / 1000.0:N1} | 150 |");
        if (Disturbances.SignIns is { } flood)
        {
            Line(
                $"\n| {flood.Enterprises:N0} enterprises sign in at once, every fourth with a wrong password (SQLite) | measured | floor |"
            );
            Line($"|---|---:|---:|");
            Line($"| got another answer than their password deserved | {flood.Errors} | 0 |");
            Line($"| until the last had its answer, s | {flood.Elapsed.TotalSeconds:N1} | |");
            Line($"| share of its password's hash in the processor time of a sign-in | {flood.HashShare:N2} | 0.90 |");
            Line($"| public search meanwhile, p99 ms (idle: {flood.IdleP99:N1}) | {flood.FloodP99:N1} | |");
            Line($"| the same as a multiple of idle, at most | {flood.FloodP99 / flood.IdleP99:N1} | 5 |");
        }
        if (Disturbances.Export is { } export)
        {
            Line($"\n| a ledger of {export.Rows:N0} rows is exported (SQLite, XLSX) | measured |");
            Line($"|---|---:|");
            Line($"| until the file was there, s | {export.Elapsed.TotalSeconds:N1} |");
            Line($"| public search meanwhile, p99 ms (idle: {export.IdleP99:N1}) | {export.ExportP99:N1} |");
        }
        if (Import is { } import)
        {
            Line($"\n| `import operators`, {import.Rows:N0} rows of 17 columns into an empty register (SQLite) | measured | aim |");
            Line($"|---|---:|---:|");
            Line($"| from start to end, s | {import.Elapsed.TotalSeconds:N1} | 60 |");
            Line($"| processor time, s | {import.Processor.TotalSeconds:N1} | |");
            Line($"| most memory, MB | {import.MemoryMegabytes} | 500 |");
        }
        Line($"\n| | product | bare | aim |");
        Line($"|---|---:|---:|---:|");
        Line($"| start to first page, s | {Start.TotalSeconds:N2} | {BareStart.TotalSeconds:N2} | 2 |");
        Line($"| memory idle, MB | {MemoryIdle} | | 150 |");
        Line($"| memory after load, MB | {MemoryLoaded} | | 350 |");
        return text.ToString();

        void Line(FormattableString line) => text.AppendLine(line.ToString(CultureInfo.InvariantCulture));

        void Row(string what, string name, string floor, string aim)
        {
            var (here, there) = ($"SQLite {name}", $"PostgreSQL {name}");
            Line(
                $"| {what} | {PerSecond(here):N0} | {Ratio(here):N3} | {P50(here):N2} / {P99(here):N1} | {floor} | {aim} | {PerSecond(there):N0} | {Ratio(there):N3} | {P50(there):N2} / {P99(there):N1} |"
            );
        }

        void Save(string name, string floor, string aim)
        {
            var (save, bare) = ($"{name} save", $"{name} bare save");
            Line(
                $"| {name} | {PerSecond(save):N0} | {P50(save):N1} / {P99(save):N1} | {PerSecond(bare):N0} | {PerSecond(save) / PerSecond(bare):N3} | {floor} | {aim} |"
            );
        }

        void Serial(string name, IReadOnlyList<(double Milliseconds, string Path)> times, string floor) =>
            Line(
                $"| {name} | {times[times.Count / 2].Milliseconds:N2} | {times[times.Count / 100].Milliseconds:N2} | {times[0].Milliseconds:N1} | {floor} |"
            );
    }

    private double Ratio(string name) => PerSecond(name) / PerSecond("bare");

    private double PerSecond(string name) => Median(_loads[name].Select(l => l.PerSecond));

    private double P50(string name) => Median(_loads[name].Select(l => l.P50));

    private double P99(string name) => Median(_loads[name].Select(l => l.P99));

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }
}
