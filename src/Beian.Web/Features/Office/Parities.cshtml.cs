using Beian.Web.Features.Filings.Rates;
using Beian.Web.Features.Shared;
using Beian.Web.Web;
using Microsoft.AspNetCore.Mvc;

namespace Beian.Web.Features.Office;

/// <summary>人民币汇率中间价: what amounts are put into dollars by. All officers see them; those of ministry and provinces enter them.</summary>
[RequestSizeLimit(MaxFile + 16 * 1024)]
public sealed class ParitiesModel(Desk desk, ParityBook book, Texts texts, TimeProvider clock) : AskingPage
{
    private const int MaxFile = 1_000_000;
    private const int LowestLevel = 1;

    public IReadOnlyList<CurrencyParity> Newest { get; private set; } = [];

    /// <summary>How many days were entered just now.</summary>
    [BindProperty(SupportsGet = true, Name = "entered")]
    public int? Entered { get; set; }

    public bool MayEnter => desk.Jurisdiction.Authority.Level <= LowestLevel;

    public async Task OnGetAsync(CancellationToken stop) => Newest = await book.NewestAsync(stop);

    public async Task<IActionResult> OnPostAsync(IFormFile? table, CancellationToken stop)
    {
        if (!MayEnter)
            return NotFound();
        var faults = await EnterAsync(table, stop);
        if (faults.Count == 0)
            return Redirect($"{Links.OfficeParities}?entered={Entered}");
        Newest = await book.NewestAsync(stop);
        return AskAgain([.. faults.Select(f => new ErrorLine("table", f))]);
    }

    /// <returns>What is wrong with the file; nothing was entered then.</returns>
    private async Task<IReadOnlyList<string>> EnterAsync(IFormFile? table, CancellationToken stop)
    {
        if (table is null || table.Length == 0)
            return [texts["请选择中间价表文件。", "Please choose the file with the table of parities."]];
        if (table.Length > MaxFile)
            return [texts["文件太大，最多 1 MB。", "The file is too large; 1 MB at most."]];
        using var reader = new StreamReader(table.OpenReadStream());
        var file = ParityFile.Read(await reader.ReadToEndAsync(stop), clock.Today());
        if (file.Faults.Count == 0)
            Entered = await book.EnterAsync(file.Parities, desk.Begin("EnteringParities"), stop);
        return [.. file.Faults.Select(f => texts[f])];
    }
}
