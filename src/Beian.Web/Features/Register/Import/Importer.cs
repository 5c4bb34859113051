using Beian.Definitions;
using Beian.Definitions.Packs;
using Beian.Web.Features.Register.Import.Sources;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Register.Import;

/// <summary>What is to be read.</summary>
/// <param name="Report">Where the rows that are not taken are told.</param>
/// <param name="Map">Headers of the file → fields, for files with names of their own.</param>
/// <param name="DryRun">Only look.</param>
public sealed record ImportOrder(string Path, string Service, string Report, IReadOnlyDictionary<string, string> Map, bool DryRun)
{
    /// <summary>Rows in a transaction; a running site waits that long for its turn to write.</summary>
    public int Chunk { get; init; } = 50_000;
}

/// <summary>What came of it.</summary>
/// <param name="Refusal">Why nothing was read; null otherwise.</param>
/// <param name="Unknown">Columns that mean nothing here.</param>
/// <param name="Resumed">How many rows an earlier run had done.</param>
/// <param name="WasFinished">The file was read to its end before; nothing was done.</param>
public sealed record ImportResult(
    LocalizedText? Refusal,
    ImportCounts Counts,
    IReadOnlyList<string> Unknown,
    long Resumed = 0,
    bool WasFinished = false
);

/// <summary>
/// Takes the former system's file into the register: entries with their first versions, and filings that wait. Rows are read and worked out beside each
/// other and written in their order, some ten thousand a transaction, with how far it has come: what was interrupted goes on there, and nothing is entered twice.
/// </summary>
public sealed class Importer(ImportRoom room, Catalogue.Catalogue catalogue)
{
    /// <summary>Rows worked out together.</summary>
    public const int Batch = 400;

    /// <param name="progress">Told after each transaction.</param>
    public async Task<ImportResult> RunAsync(ImportOrder order, Action<ImportCounts> progress, CancellationToken stop)
    {
        var pack = catalogue[order.Service];
        var print = RowSource.Fingerprint(order.Path);
        var import = await room.Db.Imports.SingleOrDefaultAsync(i => i.Service == pack.Code && i.FileSha256 == print.Sha256, stop);
        if (import?.FinishedAt is not null && !order.DryRun)
            return new(null, CountsOf(import), [], import.RowsRead, WasFinished: true);
        using var source = RowSource.Open(order.Path, print);
        using var rows = source.Rows().GetEnumerator();
        if (!rows.MoveNext())
            return new(new("文件是空的。", "The file is empty."), default, []);
        var columns = Columns.Of(pack, rows.Current.Cells, order.Map);
        if (RefusalOf(pack, columns) is { } refusal)
            return new(refusal, default, columns.Unknown);

        var resumed = order.DryRun ? 0 : import?.RowsRead ?? 0;
        for (var skipped = 0L; skipped < resumed && rows.MoveNext(); )
            skipped++;
        using var report = new FaultReport(order.Report, order.DryRun ? 0 : import?.ReportLength ?? 0);
        import ??= new Import(pack.Code, print.Sha256, Path.GetFileName(order.Path), room.Now);
        using var run = new ImportRun(room, pack, columns, report, import, order);
        var counts = await run.RunAsync(rows, progress, stop);
        return new(null, CountsOf(import).And(order.DryRun ? counts : default), columns.Unknown, resumed);
    }

    private static ImportCounts CountsOf(Import import) =>
        new(import.RowsRead, import.Entered, import.Pending, import.Present, import.Faulty);

    /// <summary>Without these no row can be in order.</summary>
    private static LocalizedText? RefusalOf(Pack pack, Columns columns)
    {
        var missing = new List<LocalizedText>();
        if (columns.Find(pack.Service.NameField) is null)
            missing.Add(pack.Form[pack.Service.NameField].Label);
        if (columns.Find(ColumnRole.Authority) is null)
            missing.Add(new("备案登记机关", "filing authority"));
        if (columns.Find(pack.Register.CodeField) is null && pack.Service.SubjectCodes.All(c => columns.Find(c) is null))
            missing.Add(pack.Form[pack.Service.SubjectCodes[0]].Label);
        return missing.Count == 0
            ? null
            : new(
                $"文件第一行应是列名，缺少：{string.Join("、", missing.Select(m => m.Zh))}。",
                $"The first row must hold the columns' names; missing: {string.Join(", ", missing.Select(m => m.En))}."
            );
    }
}
