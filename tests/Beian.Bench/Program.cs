using System.Globalization;
using Beian.Bench;

return args switch
{
    ["bare", var url] => await BarePage.ServeAsync(url),
    ["run", var product, var folder, var server, var entries, var seconds, var rounds, .. var report] => await new Measurement(
        product,
        folder,
        server,
        int.Parse(entries, CultureInfo.InvariantCulture),
        double.Parse(seconds, CultureInfo.InvariantCulture),
        int.Parse(rounds, CultureInfo.InvariantCulture)
    ).RunAsync(report.FirstOrDefault()),
    ["import", var product, var folder, var rows] => await PrintAsync(
        ImportMeasurement.RunAsync(product, folder, int.Parse(rows, CultureInfo.InvariantCulture))
    ),
    ["signin" or "export", var product, var folder, var entries] => await PrintAsync(
        Disturbances.RunAloneAsync(product, folder, int.Parse(entries, CultureInfo.InvariantCulture), args[0])
    ),
    _ => Usage(),
};

static async Task<int> PrintAsync<T>(Task<T> measured)
{
    Console.WriteLine(await measured);
    return 0;
}

static int Usage()
{
    Console.Error.WriteLine(
        "run PROGRAM FOLDER POSTGRES ENTRIES SECONDS ROUNDS [REPORT] | import PROGRAM FOLDER ROWS | signin|export PROGRAM FOLDER ENTRIES | bare URL   (bin/bench calls it)"
    );
    return 2;
}
