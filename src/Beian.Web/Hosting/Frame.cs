using System.Text.Encodings.Web;
using System.Text.Unicode;
using Beian.Web.Authorities;
using Beian.Web.Catalogue;
using Beian.Web.Data;
using Beian.Web.Features.Account;
using Beian.Web.Features.Account.Factors;
using Beian.Web.Features.Api;
using Beian.Web.Features.Appointments;
using Beian.Web.Features.Enterprise;
using Beian.Web.Features.Filings;
using Beian.Web.Features.Office;
using Beian.Web.Features.Register;
using Beian.Web.Features.Resets;
using Beian.Web.Jobs;
using Beian.Web.Web;
using Beian.Web.Web.Captcha;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.WebEncoders;

namespace Beian.Web.Hosting;

/// <summary>Puts the program together: what every command needs, and what the web site needs on top.</summary>
public static class Frame
{
    /// <summary>Reads settings from the data folder, then the environment, then <paramref name="overrides"/>.</summary>
    public static void AddBeian(
        this IHostApplicationBuilder builder,
        DataFolder folder,
        IEnumerable<KeyValuePair<string, string?>> overrides,
        TimeProvider clock
    )
    {
        builder
            .Configuration.AddJsonFile(folder.Settings, optional: true)
            .AddEnvironmentVariables("Beian__")
            .AddInMemoryCollection(overrides);
        var services = builder.Services;
        services.Configure<Settings>(builder.Configuration);
        services.Configure<Site>(builder.Configuration.GetSection("Site"));
        services.AddSingleton(s => s.GetRequiredService<IOptions<Settings>>().Value);
        services.AddSingleton(folder);
        services.AddSingleton(clock);
        services.AddSingleton(s => DatabaseOf(s.GetRequiredService<Settings>(), folder));
        services.AddSingleton(s =>
            Vault.Open(s.GetRequiredService<Settings>().MasterKeyFile is { Length: > 0 } path ? path : folder.MasterKey)
        );
        services.AddSingleton(s => new WriteGate(s.GetRequiredService<Database>().Provider));
        services.AddSingleton<OutboxSignal>();
        // The options are the same for every request: made once.
        services.AddDbContext<AppDb>(
            (s, options) => s.GetRequiredService<Database>().Configure(options),
            optionsLifetime: ServiceLifetime.Singleton
        );
        services.AddSingleton(WorkingDays.Read());
        services.AddRooms();
    }

    /// <summary>Brings the database to this release and plants what comes with it: authorities, and the packs of a new installation.</summary>
    public static async Task MigrateAsync(this IServiceProvider services, CancellationToken stop)
    {
        await services.MigrateDatabaseAsync(stop);
        await services.PublishFirstAsync(stop);
    }

    /// <summary>Brings the database to this release, without any packs.</summary>
    public static async Task MigrateDatabaseAsync(this IServiceProvider services, CancellationToken stop)
    {
        var database = services.GetRequiredService<Database>();
        await using (var connection = database.Connect())
            await Migrator.RunAsync(database.Provider, connection, stop);
        await using var scope = services.CreateAsyncScope();
        await AuthoritySeed.PlantAsync(scope.ServiceProvider.GetRequiredService<AppDb>(), stop);
    }

    /// <summary>What only the web site needs.</summary>
    public static void AddSite(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddRazorPages(options =>
        {
            options.RootDirectory = "/Features";
            options.Conventions.AddRules();
        });
        services.Configure<MvcOptions>(o => o.Filters.Add<StaleForm>());
        services.Configure<MvcOptions>(o => o.Filters.Add<HandledMethods>());
        services.AddProtection();
        services.AddRateLimits();
        services.AddProblemDetails();
        services.AddHsts(o => o.MaxAge = TimeSpan.FromDays(365));
        services.AddSessions();
        services.AddFilings();
        services.AddEnterprise();
        services.AddOfficeJobs();
        services.AddAppointmentJobs();
        services.AddResetJobs();
        services.AddCatalogueWatch();
        services.AddJobService();
        services.AddHostedService<OfficesWatch>();
        services.AddHostedService<UnpublishedPacks>();
        services.AddHttpContextAccessor();
        services.AddScoped<Texts>();
        services.AddCaptcha();
        // Chinese stays readable in the page's source instead of becoming entities: smaller and faster.
        services.Configure<WebEncoderOptions>(o => o.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.Configure<RouteOptions>(o => (o.LowercaseUrls, o.AppendTrailingSlash) = (true, false));
        services.Configure<FormOptions>(o => (o.ValueCountLimit, o.ValueLengthLimit, o.KeyLengthLimit) = (2000, 200_000, 200));
        services.Configure<HostOptions>(o => o.ShutdownTimeout = TimeSpan.FromSeconds(20));
        builder.WebHost.UseStaticWebAssets(); // after a build they stand in the source tree, after a publish beside the program
        builder.WebHost.ConfigureKestrel(k =>
        {
            k.AddServerHeader = false;
            k.Limits.MaxRequestBodySize = 1_500_000; // pages; uploads raise it for themselves
        });
    }

    /// <summary>The site's pipeline.</summary>
    public static void UseSite(this WebApplication app)
    {
        app.UseOutside();
        app.UseMiddleware<RequestLog>();
        app.UseMiddleware<ErrorPages>();
        app.UseSafetyHeaders();
        app.UseRouting();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UsePasswordChange();
        app.UseFactorDuty();
        app.UseMiddleware<SearchShell>();
        app.MapStaticAssets().AllowAnonymous();
        app.MapLanguage();
        app.MapLetters();
        app.MapCaptcha();
        app.MapApi();
        app.MapHealth();
        app.MapFilings();
        app.MapRazorPages().WithStaticAssets();
        // An address that leads nowhere is not found, for everybody; without this the fallback rule would ask for a sign-in.
        app.MapFallback("{**path}", (RequestDelegate)(http => Results.NotFound().ExecuteAsync(http))).AllowAnonymous();
        app.UseEndpoints(_ => { }); // the end of the pipeline, said here so that it can be built before the site starts
    }

    private static Database DatabaseOf(Settings settings, DataFolder folder) =>
        settings.Database.Provider == DatabaseProvider.Postgres ? new(DatabaseProvider.Postgres, settings.Database.Connection)
        : settings.Database.Connection.Length > 0 ? new(DatabaseProvider.Sqlite, settings.Database.Connection)
        : Database.File(folder.Database);
}
