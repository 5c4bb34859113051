using System.CommandLine;

namespace Beian.Web.Hosting;

/// <summary><c>migrate</c>: brings the database to this release without serving.</summary>
public static class MigrateCommand
{
    public static Command Create()
    {
        var data = CommandLine.DataOption();
        var command = new Command("migrate", "升级数据库 / bring the database to this release") { data };
        command.SetAction((line, stop) => RunAsync(line.GetValue(data)!, stop));
        return command;
    }

    public static async Task RunAsync(string dataFolder, CancellationToken stop)
    {
        using var host = CommandLine.BuildHost(dataFolder);
        await host.Services.MigrateAsync(stop);
    }
}
