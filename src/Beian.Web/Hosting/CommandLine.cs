using System.CommandLine;
using Beian.Web.Web;

namespace Beian.Web.Hosting;

/// <summary>What the commands share.</summary>
public static class CommandLine
{
    /// <summary><c>--data</c>: the data folder.</summary>
    public static Option<string> DataOption() =>
        new("--data") { Description = "数据目录 / data folder", DefaultValueFactory = _ => "data" };

    /// <summary>The program without the site, for commands that work on the data.</summary>
    public static IHost BuildHost(string dataFolder, IEnumerable<KeyValuePair<string, string?>>? overrides = null)
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = AppContext.BaseDirectory });
        builder.AddBeian(new DataFolder(dataFolder), overrides ?? [], TimeProvider.System);
        return builder.Build();
    }
}
