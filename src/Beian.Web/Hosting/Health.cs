using Beian.Web.Data;
using Beian.Web.Printing;
using Beian.Web.Web;

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
        app.MapGet("/health/live", () => TypedResults.Ok(new { status = "live" })).AllowAnonymous();
        app.MapGet("/health/ready", ReadyAsync).AllowAnonymous();
    }

    private static async Task<IResult> ReadyAsync(IServiceProvider services, ILoggerFactory loggers, CancellationToken stop)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(Longest);
        var missing = new List<string>();
        await CheckAsync("database", () => DatabaseAsync(services.GetRequiredService<Database>(), limit.Token));
        await CheckAsync("packs", () => Task.FromResult(services.GetRequiredService<Catalogue.Catalogue>().Packs.Count > 0));
        await CheckAsync("fonts", () => Task.FromResult(services.GetRequiredService<SheetPrinter>().Fonts is not null));
        await CheckAsync("disk", () => DiskAsync(services.GetRequiredService<DataFolder>(), limit.Token));
        return missing.Count == 0
            ? TypedResults.Ok(new { status = "ready" })
            : TypedResults.Json(new { status = "not-ready", missing }, statusCode: StatusCodes.Status503ServiceUnavailable);

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

    /// <summary>Whether the database answers and has had every migration of this program.</summary>
    private static async Task<bool> DatabaseAsync(Database database, CancellationToken stop)
    {
        await using var connection = database.Connect();
        await connection.OpenAsync(stop);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT name, sha256 FROM schema_migrations";
        await using var reader = await command.ExecuteReaderAsync(stop);
        var done = new HashSet<(string, string)>();
        while (await reader.ReadAsync(stop))
            done.Add((reader.GetString(0), reader.GetString(1)));
        return Migration.For(database.Provider).All(m => done.Contains((m.Name, m.Sha256)));
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
