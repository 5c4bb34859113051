using System.Text.Json.Serialization;
using Beian.Web.Authorities;
using Beian.Web.Data;
using Beian.Web.Features.Filings;
using Beian.Web.Printing;
using Beian.Web.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Hosting;

/// <summary>
/// For those who watch over the site: <c>/health/live</c> says that the process answers, <c>/health/ready</c> that it can do its
/// work (200) or what is missing (503). Neither tells details to the outside; those are in the log.
/// </summary>
public static class Health
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapGet("/health/live", () => TypedResults.Ok(new HealthAnswer("live"))).AllowAnonymous();
        app.MapGet("/health/ready", ReadyAsync).AllowAnonymous();
    }

    private static async Task<IResult> ReadyAsync(IServiceProvider services, ILoggerFactory loggers, CancellationToken stop)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(Longest);
        var missing = new List<string>();
        await CheckAsync("database", () => Migrator.IsDoneAsync(services.GetRequiredService<Database>(), limit.Token));
        await CheckAsync("packs", () => PacksAsync(services.GetRequiredService<Catalogue.Catalogue>(), services, limit.Token));
        await CheckAsync("fonts", () => Task.FromResult(services.GetRequiredService<SheetPrinter>().Fonts is not null));
        await CheckAsync("disk", () => DiskAsync(services.GetRequiredService<DataFolder>(), limit.Token));
        return missing.Count == 0
            ? Ready(services.GetRequiredService<WorkingDays>().MissingYear(services.GetRequiredService<TimeProvider>().Today()))
            : TypedResults.Json(new HealthAnswer("not-ready", Missing: missing), statusCode: StatusCodes.Status503ServiceUnavailable);

        async Task CheckAsync(string name, Func<Task<bool>> check)
        {
            try
            {
                if (await check())
                    return;
                loggers.CreateLogger(typeof(Health)).LogWarning("Not ready: {Missing}", name);
            }
            catch (Exception fault) when (!stop.IsCancellationRequested)
            {
                loggers.CreateLogger(typeof(Health)).LogWarning(fault, "Not ready: {Missing}", name);
            }
            missing.Add(name);
        }
    }

    /// <summary>Ready; a calendar that ends too early is no reason to take the site away, but said here until somebody enters it.</summary>
    private static Ok<HealthAnswer> Ready(int? missingHolidays) =>
        missingHolidays is { } year
            ? TypedResults.Ok(new HealthAnswer("ready", Warnings: [$"holidays-{year}"]))
            : TypedResults.Ok(new HealthAnswer("ready"));

    /// <summary>Whether every published version that is in use can be read: the newest of a service, and each that a filing holds to.</summary>
    private static async Task<bool> PacksAsync(Catalogue.Catalogue catalogue, IServiceProvider services, CancellationToken stop)
    {
        if (catalogue.Packs.Count == 0)
            return false;
        foreach (var version in catalogue.Unreadable)
        {
            var readable = catalogue.VersionsOf(version.Service).Where(p => p.Version.Major == version.Version.Major);
            if (readable.Any(p => p.Version > version.Version))
                continue; // the newest minor is what counts
            if (catalogue.Find(version.Service) is not { } current || current.Version < version.Version)
                return false;
            var major = $"{version.Version.Major}.";
            var db = services.GetRequiredService<AppDb>();
            if (await db.Filings.AnyAsync(f => f.Service == version.Service && f.DefinitionVersion.StartsWith(major), stop))
                return false;
        }
        return true;
    }

    private static async Task<bool> DiskAsync(DataFolder folder, CancellationToken stop)
    {
        var path = Path.Combine(folder.Root, $".health-{Guid.CreateVersion7():N}");
        try
        {
            await File.WriteAllTextAsync(path, "ok", stop);
            return true;
        }
        finally
        {
            File.Delete(path);
        }
    }
}

/// <summary>The answer of a health address.</summary>
/// <param name="Status">live, ready or not-ready.</param>
/// <param name="Missing">What keeps the site from its work.</param>
/// <param name="Warnings">What somebody should see to.</param>
internal sealed record HealthAnswer(
    string Status,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? Missing = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? Warnings = null
);
