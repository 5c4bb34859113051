using System.Diagnostics;
using Beian.Web.Hosting;

namespace Beian.Bench;

/// <summary>One run: fills what is not filled yet, starts the servers, drives them in turn, prints and writes the table.</summary>
/// <param name="product">The program to measure (Beian.Web.dll).</param>
/// <param name="folder">Where filled registers are kept.</param>
/// <param name="postgres">A superuser's connection string to a PostgreSQL server of this run's own.</param>
internal sealed class Measurement(string product, string folder, string postgres, int entries, double seconds, int rounds)
{
    private const int Serial = 2000; // of a small register fewer, which tell nothing anyway

    private readonly Requests _requests = new(entries);

    public async Task<int> RunAsync(string? report)
    {
        Directory.CreateDirectory(folder);
        var data = new PreparedData(folder, entries);
        var sqliteFolder = await data.SqliteAsync();
        var postgresDatabase = await data.PostgresAsync(postgres);

        const string Ready = "/register/foreign-trade-operator";
        await using var bare = await Server.StartAsync(Path.Combine(AppContext.BaseDirectory, "Beian.Bench.dll"), ["bare", "{url}"], "/");
        await using var sqlite = await Server.StartAsync(
            product,
            ["serve", "--data", sqliteFolder, "--urls", "{url}"],
            Ready,
            SignInMeasurement.Settings
        );
        await using var onPostgres = await Server.StartAsync(
            product,
            ["serve", "--data", Path.Combine(folder, "postgres-folder"), "--urls", "{url}"],
            Ready,
            PreparedData.Settings(postgresDatabase)
        );
        var idle = sqlite.Memory;

        var results = new Results(entries)
        {
            Start = sqlite.StartTime,
            BareStart = bare.StartTime,
            MemoryIdle = idle,
        };
        (string Name, Uri Address, IReadOnlyList<string> Paths)[] targets =
        [
            ("bare", bare.Address, ["/"]),
            .. Targets("SQLite", sqlite.Address),
            .. Targets("PostgreSQL", onPostgres.Address),
        ];
        if (rounds > 1) // one round is for trying it out
            foreach (var (_, address, paths) in targets)
                await Wrk.RunAsync(address, paths, Math.Max(seconds, 2), folder);
        for (var round = 0; round < rounds; round++)
            foreach (var (name, address, paths) in targets)
                results.Add(name, await Wrk.RunAsync(address, paths, seconds, folder));
        results.MemoryLoaded = sqlite.Memory;
        results.SlowestSqlite = await SerialAsync(sqlite.Address);
        results.SlowestPostgres = await SerialAsync(onPostgres.Address);
        results.Disturbances = await Disturbances.RunAsync(sqlite, sqliteFolder, entries);
        foreach (
            var (name, site, host) in new[]
            {
                ("SQLite", sqlite, CommandLine.BuildHost(sqliteFolder)),
                (
                    "PostgreSQL",
                    onPostgres,
                    CommandLine.BuildHost(Path.Combine(folder, "postgres-folder"), PreparedData.Settings(postgresDatabase))
                ),
            }
        )
            using (host)
            {
                var saves = await SaveMeasurement.PrepareAsync(site.Address, host.Services, Wrk.Connections);
                // Until nothing is compiled any more beside the saves that count.
                await saves.ProductAsync(4 * seconds);
                await saves.BareAsync(seconds);
                for (var round = 0; round < rounds; round++)
                {
                    var (posted, byHand) = (await saves.ProductAsync(seconds), await saves.BareAsync(seconds));
                    results.Add($"{name} save", posted);
                    results.Add($"{name} bare save", byHand);
                }
                await saves.CleanUpAsync();
            }
        var sheets = new SheetMeasurement(Path.GetDirectoryName(product)!);
        for (var round = 0; round < rounds; round++)
            results.Sheets.Add(sheets.Run(seconds));

        results.Import = await ImportMeasurement.RunAsync(product, folder, entries);

        var table = results.ToMarkdown();
        Console.WriteLine(table);
        if (report is not null)
            await File.WriteAllTextAsync(report, table);
        return results.Errors == 0 ? 0 : 1;
    }

    private IEnumerable<(string, Uri, IReadOnlyList<string>)> Targets(string database, Uri address) =>
        [
            ($"{database} brand", address, _requests.Brands),
            ($"{database} window", address, _requests.Windows),
            ($"{database} short", address, _requests.Shorts),
            ($"{database} code", address, _requests.Codes),
            ($"{database} first", address, _requests.FirstPages),
            ($"{database} deep", address, _requests.DeepPages),
        ];

    /// <summary>Mixed queries one after the other; the times in milliseconds, slowest first.</summary>
    private async Task<IReadOnlyList<(double Milliseconds, string Path)>> SerialAsync(Uri address)
    {
        using var client = new HttpClient { BaseAddress = address };
        foreach (var path in _requests.WarmUp.Take(Math.Min(Serial / 2, entries / 5)))
            await client.GetStringAsync(new Uri(path, UriKind.Relative));
        var times = new List<(double, string)>();
        foreach (var path in _requests.Mixed.Take(Math.Min(Serial, entries / 5)))
        {
            var clock = Stopwatch.GetTimestamp();
            await client.GetStringAsync(new Uri(path, UriKind.Relative));
            times.Add((Stopwatch.GetElapsedTime(clock).TotalMilliseconds, path));
        }
        times.Sort((a, b) => b.Item1.CompareTo(a.Item1));
        foreach (var (milliseconds, path) in times.Take(5)) // what to look into, where one is too slow
            Console.Error.WriteLine($"{milliseconds:N1} ms {address.Authority}{Uri.UnescapeDataString(path)}");
        return times;
    }
}
