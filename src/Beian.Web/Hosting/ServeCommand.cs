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
                var app = Build(new DataFolder(line.GetValue(data)!), overrides, TimeProvider.System);
                app.Urls.Add(line.GetValue(urls)!);
                await app.Services.MigrateAsync(stop);
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
