using System.CommandLine;
using Beian.Web.Hosting;
using Beian.Web.Hosting.Packs;

var root = new RootCommand("业务系统统一平台 / Unified business platform")
{
    ServeCommand.Create(),
    MigrateCommand.Create(),
    DemoCommand.Create(),
    PacksCommand.Create(),
    OfficerCommand.Create(),
    ImportCommand.Create(),
    AuditCommand.Create(),
    ParitiesCommand.Create(),
};

// The site ends in its own time, requests first; the command line must not cut it short.
return await root.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });
