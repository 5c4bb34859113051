using System.CommandLine;

namespace Beian.Web.Hosting;

/// <summary><c>migrate</c>: brings the database to this release without serving.</summary>
public static class MigrateCommand
{
    public static Command Create()
    {
        var data = CommandLine.DataOption();
        var command = new Command("migrate", "升级数据库 / bring the database to this release") { data };
        command.SetAction(
            async (line, stop) =>
            {
                using var host = CommandLine.BuildHost(line.GetValue(data)!);
                await host.Services.MigrateAsync(stop);
                return 0;
            }
        );
        return command;
    }
}
