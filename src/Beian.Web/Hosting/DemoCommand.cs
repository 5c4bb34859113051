using System.CommandLine;
using Beian.Web.Authorities;
using Beian.Web.Features.Admin;

namespace Beian.Web.Hosting;

/// <summary><c>demo</c>: fills an empty data folder with fictitious accounts and filings; does nothing in one that is in use.</summary>
public static class DemoCommand
{
    public static Command Create()
    {
        var data = CommandLine.DataOption();
        var command = new Command("demo", "放入演示数据 / plant the demo data") { data };
        command.SetAction(
            async (line, stop) =>
            {
                using var host = CommandLine.BuildHost(line.GetValue(data)!);
                await host.Services.MigrateAsync(stop);
                var count = await host.Services.PlantDemoDataAsync(stop);
                await line.InvocationConfiguration.Output.WriteLineAsync(
                    count > 0
                        ? $"已放入 {count} 份演示备案 / {count} demo filings planted"
                        : "已有账号，未作改动 / there are accounts already; nothing was changed"
                );
                return 0;
            }
        );
        return command;
    }

    public static async Task<int> PlantDemoDataAsync(this IServiceProvider services, CancellationToken stop)
    {
        await using var scope = services.CreateAsyncScope();
        var count = await ActivatorUtilities.CreateInstance<DemoData>(scope.ServiceProvider).PlantAsync(stop);
        services.GetRequiredService<Offices>().Refresh(); // the contacts are set
        return count;
    }
}
