using Beian.Web.Hosting;

namespace Beian.Bench;

/// <summary>What goes on beside the public's searches, on SQLite.</summary>
internal sealed record DisturbanceTimes(SignInFlood? SignIns, ExportTimes? Export);

/// <summary>Runs it against a site that is up, or alone.</summary>
internal static class Disturbances
{
    private const int Enterprises = 500;
    private const int Rows = 100_000;

    /// <param name="part">signin or export; null: both.</param>
    public static async Task<DisturbanceTimes> RunAsync(Server site, string dataFolder, int entries, string? part = null)
    {
        using var host = CommandLine.BuildHost(dataFolder);
        var searches = new Requests(entries).Brands;
        return new(
            part is null or "signin"
                ? await SignInMeasurement.RunAsync(site, host.Services, Math.Min(Enterprises, entries / 100), searches)
                : null,
            part is null or "export" ? await ExportMeasurement.RunAsync(site, host.Services, Math.Min(Rows, entries), searches) : null
        );
    }

    public static async Task<DisturbanceTimes> RunAloneAsync(string product, string folder, int entries, string part)
    {
        Directory.CreateDirectory(folder);
        var data = await new PreparedData(folder, entries).SqliteAsync();
        await using var site = await Server.StartAsync(
            product,
            ["serve", "--data", data, "--urls", "{url}"],
            "/register/foreign-trade-operator",
            SignInMeasurement.Settings
        );
        return await RunAsync(site, data, entries, part);
    }
}
