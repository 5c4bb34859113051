using System.Net;
using Beian.Web.Data;
using Beian.Web.Features.Account;
using Beian.Web.Hosting;
using Beian.Web.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Beian.Tests.Support;

/// <summary>
/// The real program, served on a free port of 127.0.0.1 from a data folder of its own. A fixture of the classes whose
/// tests may share one site; a class that needs other settings derives a site with <see cref="Settings"/> of its own.
/// </summary>
public abstract class TestSite : IAsyncLifetime
{
    private WebApplication? _app;

    /// <summary>Which database it runs on.</summary>
    public abstract DatabaseProvider Provider { get; }

    /// <summary>Settings beyond the defaults, as keys of the configuration (<c>Mail:Host</c>).</summary>
    public Dictionary<string, string?> Settings { get; } =
        new()
        {
            ["Logging:LogLevel:Default"] = "Warning",
            ["Logging:LogLevel:Microsoft.Hosting.Lifetime"] = "Warning",
            ["Logging:LogLevel:Microsoft.EntityFrameworkCore"] = "None", // what matters of it is thrown too
            // Thousands of sign-ins: what slows a thief down would take a third of the time of the tests.
            ["PasswordIterations"] = "1000",
            // What a real installation asks of officers has tests of its own.
            ["Officers:SecondFactor"] = "Offered",
            ["Officers:SingleSession"] = "false",
            ["Officers:PasswordDays"] = "0",
        };

    public FakeClock Clock { get; } = new();

    /// <summary>False: the program is there with its data, but serves nobody and does nothing of itself.</summary>
    public bool Serves { get; init; } = true;

    /// <summary>The data folder.</summary>
    public DataFolder Folder { get; private set; } = null!;

    /// <summary>The site's address, with a slash at the end.</summary>
    public Uri Address => new(App.Urls.First());

    /// <summary>The program's services. Scoped ones through <see cref="InScopeAsync{T}"/>.</summary>
    public IServiceProvider Services => App.Services;

    private WebApplication App => _app ?? throw new InvalidOperationException("The site is not running.");

    /// <summary>Why the site cannot run here; null where it can.</summary>
    protected virtual string? Missing => null;

    /// <summary>Skips the test, visibly, where the site cannot run.</summary>
    public void SkipIfMissing()
    {
        if (Missing is { } reason)
            Assert.Skip(reason);
    }

    public async ValueTask InitializeAsync()
    {
        if (Missing is not null)
            return;
        Folder = new DataFolder(await PrepareAsync());
        await StartAsync();
    }

    /// <summary>Starts the site (again, after <see cref="StopAsync"/>) on the data it has.</summary>
    public async Task StartAsync()
    {
        _app = ServeCommand.Build(Folder, Settings, Clock);
        _app.Urls.Add("http://127.0.0.1:0");
        if (Serves)
            await _app.StartAsync();
    }

    /// <summary>Stops it in order; the data stay.</summary>
    public async Task StopAsync()
    {
        if (Serves)
            await App.StopAsync();
        await App.DisposeAsync();
        _app = null;
    }

    /// <summary>A visitor with a browser of its own.</summary>
    public SiteClient NewClient() => new(Address);

    /// <summary>A visitor in whose browser an account is signed in, without the sign-in page.</summary>
    public async Task<SiteClient> SignedInAsync(Guid account)
    {
        var client = NewClient();
        await SignInAsync(client, account);
        return client;
    }

    /// <summary>Signs an account in, in a browser that is open already.</summary>
    public async Task SignInAsync(SiteClient client, Guid account)
    {
        var cookie = await InScopeAsync(async services =>
        {
            var http = new DefaultHttpContext { RequestServices = services };
            var visitor = await services.GetRequiredService<AppDb>().Accounts.SingleAsync(a => a.Id == account);
            await services.GetRequiredService<SignIns>().SignInAsync(http, visitor, CancellationToken.None);
            return http.Response.Headers.SetCookie.ToString().Split(';')[0].Split('=', 2);
        });
        client.Cookies.Add(Address, new Cookie(cookie[0], cookie[1]));
    }

    /// <summary>Runs something with scoped services (AppDb …) of its own.</summary>
    public async Task<T> InScopeAsync<T>(Func<IServiceProvider, Task<T>> action)
    {
        await using var scope = Services.CreateAsyncScope();
        return await action(scope.ServiceProvider);
    }

    /// <summary>Runs something with a database context of its own.</summary>
    public Task<T> QueryAsync<T>(Func<AppDb, Task<T>> query) => InScopeAsync(s => query(s.GetRequiredService<AppDb>()));

    /// <summary>Runs something with a database context of its own.</summary>
    public Task ExecuteAsync(Func<AppDb, Task> action) =>
        QueryAsync(async db =>
        {
            await action(db);
            return true;
        });

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (Missing is not null)
            return;
        if (_app is not null)
            await StopAsync();
        await CleanUpAsync();
        Directory.Delete(Folder.Root, recursive: true);
    }

    /// <summary>Makes the data; returns the data folder.</summary>
    protected abstract Task<string> PrepareAsync();

    /// <summary>Takes away what lies outside the data folder.</summary>
    protected abstract Task CleanUpAsync();
}

/// <summary>A site on SQLite.</summary>
public class SqliteSite : TestSite
{
    public override DatabaseProvider Provider => DatabaseProvider.Sqlite;

    protected override Task<string> PrepareAsync() => Templates.CopyFolderAsync();

    protected override async Task CleanUpAsync()
    {
        await using var pool = new SqliteConnection(Database.File(Folder.Database).Connection);
        SqliteConnection.ClearPool(pool);
    }
}

/// <summary>A site on PostgreSQL; without one its tests are skipped.</summary>
public class PostgresSite : TestSite
{
    private string _connection = "";

    public override DatabaseProvider Provider => DatabaseProvider.Postgres;

    protected override string? Missing =>
        TestSettings.Postgres is null ? "BEIAN_TEST_POSTGRES is not set: no PostgreSQL to test on." : null;

    protected override async Task<string> PrepareAsync()
    {
        _connection = await Templates.CopyPostgresAsync();
        foreach (var (key, value) in Templates.PostgresSettings(_connection))
            Settings[key] = value;
        return Templates.NewFolder();
    }

    protected override Task CleanUpAsync() => Templates.DropPostgresAsync(_connection);
}
