using System.Globalization;
using Beian.Web.Authorities;
using Beian.Web.Features.Register.Import;

namespace Beian.Web.Features.Admin;

/// <summary>Entries of before 1 December 2016 that nobody has a user for, and some that still wait: taken over as the former system's file is.</summary>
internal sealed class DemoLegacy(Importer importer)
{
    private const int Count = 18;
    private const string Header =
        "备案登记表编号,进出口企业代码,经营者中文名称,统一社会信用代码,住所,法定代表人,备案登记机关,备案日期,状态";

    public async Task PlantAsync(string service, IReadOnlyList<Authority> offices, CancellationToken stop)
    {
        var path = Path.Combine(Path.GetTempPath(), $"beian-demo-{Guid.CreateVersion7():N}.csv");
        var order = new ImportOrder(path, service, path + ".faults.csv", new Dictionary<string, string>(), DryRun: false);
        try
        {
            await File.WriteAllLinesAsync(
                path,
                [Header, .. Enumerable.Range(0, Count).Select(i => Row(i, offices[i % offices.Count]))],
                stop
            );
            var result = await importer.RunAsync(order, _ => { }, stop);
            if (result.Refusal is not null || result.Counts.Faulty > 0)
                throw new InvalidOperationException($"The demo's former system is faulty: {result}");
        }
        finally
        {
            File.Delete(path);
            File.Delete(order.Report);
        }
    }

    /// <summary>Every sixth still waits for the authority.</summary>
    private static string Row(int i, Authority office)
    {
        var firm = DemoFirm.Of(2000 + i, office, mayBeIndividual: false);
        var waits = i % 6 == 5;
        var day = new DateOnly(2010 + i % 6, 1 + i % 12, 3 + i);
        return string.Join(
            ',',
            waits ? "" : (40_000_001 + i).ToString(CultureInfo.InvariantCulture),
            waits ? "" : office.CodePrefix + firm.Uscc[8..17],
            firm.NameZh,
            firm.Uscc,
            firm.Domicile,
            "示例人甲",
            office.Id,
            waits ? "" : day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            waits ? "上报" : "已审核"
        );
    }
}
