using System.CommandLine;
using Beian.Web.Web;

namespace Beian.Web.Hosting;

/// <summary><c>serve</c>: migrates and serves the site.</summary>
public static class ServeCommand
{
    public static Command Create()
    {
        var urls = new Option<string>("--urls")
        {
            Description = "http://127.0.0.1:5080",
            DefaultValueFactory = _ => "http://127.0.0.1:5080",
        };
        var demo = new Option<bool>("--demo") { Description = "演示模式 / demo mode" };
        var data = CommandLine.DataOption();
        var command = new Command("serve", "启动网站 / serve the site") { urls, demo, data };
        command.SetAction(
            async (line, stop) =>
            {
                var overrides = new Dictionary<string, string?>();
                if (line.GetValue(demo))
                    overrides["Demo"] = "true";
                var folder = line.GetValue(data)!;
                // Both take their second: the database on one core, the site on another.
                var migrated = Task.Run(() => MigrateCommand.RunAsync(folder, stop), stop);
                var app = Build(new DataFolder(folder), overrides, TimeProvider.System);
                app.Urls.Add(line.GetValue(urls)!);
                await app.WarmUpAsync();
                await migrated;
                if (line.GetValue(demo))
                    await app.Services.PlantDemoDataAsync(stop);
                await app.RunAsync(stop);
            }
        );
        return command;
    }

    /// <summary>The site, not started yet and not migrated.</summary>
    public static WebApplication Build(DataFolder folder, IEnumerable<KeyValuePair<string, string?>> overrides, TimeProvider clock)
    {
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory, ApplicationName = "Beian.Web" }
        );
        builder.AddBeian(folder, overrides, clock);
        builder.AddSite();
        var app = builder.Build();
        app.UseSite();
        return app;
    }
}
