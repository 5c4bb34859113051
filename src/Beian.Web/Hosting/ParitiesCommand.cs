using System.CommandLine;
using Beian.Web.Data;
using Beian.Web.Features.Filings.Rates;
using Beian.Web.Web;

namespace Beian.Web.Hosting;

/// <summary><c>parities import</c>: enters a table of central parities, as <c>/office/parities</c> does.</summary>
public static class ParitiesCommand
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("file") { Description = "中间价表，CSV / table of parities, CSV" }.AcceptExistingOnly();
        var data = CommandLine.DataOption();
        var import = new Command("import", "录入人民币汇率中间价 / enter central parities of the renminbi") { file, data };
        import.SetAction(
            async (line, stop) =>
            {
                using var host = CommandLine.BuildHost(line.GetValue(data)!);
                await host.Services.MigrateAsync(stop);
                await using var scope = host.Services.CreateAsyncScope();
                var clock = scope.ServiceProvider.GetRequiredService<TimeProvider>();
                var table = ParityFile.Read(await File.ReadAllTextAsync(line.GetValue(file)!.FullName, stop), clock.Today());
                foreach (var fault in table.Faults)
                    await line.InvocationConfiguration.Error.WriteLineAsync($"{fault.Zh} / {fault.En}");
                if (table.Faults.Count > 0)
                    return 1;
                var process = new Process("EnteringParities", Actor.System, clock.GetUtcNow().UtcDateTime);
                var days = await scope.ServiceProvider.GetRequiredService<ParityBook>().EnterAsync(table.Parities, process, stop);
                await line.InvocationConfiguration.Output.WriteLineAsync($"已录入 {days} 天的中间价。 / Parities of {days} days entered.");
                return 0;
            }
        );
        return new Command("parities", "人民币汇率中间价 / central parities of the renminbi") { import };
    }
}
