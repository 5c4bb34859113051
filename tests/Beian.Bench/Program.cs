using Beian.Bench;
using Beian.Web.Catalogue;
using Beian.Web.Data;
using Beian.Web.Hosting;

// load FOLDER COUNT: migrates the database of a data folder and fills its register with synthetic operators.
if (args is not ["load", var folder, var count])
{
    Console.Error.WriteLine("load FOLDER COUNT");
    return 2;
}
using var host = CommandLine.BuildHost(folder);
await host.Services.MigrateAsync(CancellationToken.None);
await new RegisterLoader(
    host.Services.GetRequiredService<Database>(),
    host.Services.GetRequiredService<Catalogue>()["foreign-trade-operator"],
    "A110000"
).LoadAsync(int.Parse(count, System.Globalization.CultureInfo.InvariantCulture), CancellationToken.None);
return 0;
