using System.Text;
using Beian.Web.Authorities;
using Beian.Web.Data;
using Beian.Web.Features.Shared;
using Beian.Web.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Office;

/// <summary>节假日: the calendar that limits in working days are counted with. The ministry enters a year's table, looking at it before it holds.</summary>
[RequestSizeLimit(200_000)]
public sealed class HolidaysModel(AppDb db, Desk desk, Offices offices, WorkingDays calendar, Texts texts) : AskingPage
{
    private const int MaxFile = 64 * 1024;

    /// <summary>What was handed in and is sound, to be looked at; null: nothing yet.</summary>
    public HolidayFile? Preview { get; private set; }

    /// <summary>The text behind <see cref="Preview"/>, as it is sent again to put it into force.</summary>
    public string Text { get; private set; } = "";

    /// <summary>All versions of the tables, the newest year first.</summary>
    public IReadOnlyList<HolidayTable> Tables { get; private set; } = [];

    [TempData]
    public string? Message { get; set; }

    public bool MayUpload => offices.Tree.MayUploadHolidays(desk.Officer.AuthorityId);

    public int? MissingYear => calendar.MissingYear(desk.Today);

    public int LastYear => calendar.LastYear;

    public Task OnGetAsync(CancellationToken stop) => ReadTablesAsync(stop);

    /// <summary>Shows what a file says.</summary>
    public async Task<IActionResult> OnPostAsync(IFormFile? table, CancellationToken stop)
    {
        if (!MayUpload)
            return NotFound();
        if (table is null || table.Length is 0 or > MaxFile)
            return await FaultAsync(
                [texts["请选择节假日表文件，最大 64 KB", "Please choose the file with the table, 64 kB at most"]],
                stop
            );
        using var content = new MemoryStream();
        await table.CopyToAsync(content, stop);
        return await ShowAsync(Decode(content.ToArray()), stop);
    }

    /// <summary>Puts what was looked at into force.</summary>
    public async Task<IActionResult> OnPostConfirmAsync(string? text, CancellationToken stop)
    {
        if (!MayUpload)
            return NotFound();
        var file = HolidayFile.Read(text ?? "", desk.Today.Year + 1);
        if (file.Faults.Count > 0)
            return await ShowAsync(text ?? "", stop);
        var process = desk.Begin("EnteringHolidays");
        var former = await db.HolidayTables.Where(t => t.Year == file.Year).MaxAsync(t => (int?)t.Version, stop) ?? 0;
        var entered = new HolidayTable(file.Year, former + 1, file.Days, process);
        db.Add(entered);
        process.Record(
            "HolidaysEntered",
            "holidays",
            entered.Id,
            new
            {
                entered.Year,
                entered.Version,
                days = file.Days.Count,
            }
        );
        await db.SaveAsync(process, stop);
        offices.Refresh();
        Message = texts[$"{file.Year} 年节假日表已启用", $"The holidays of {file.Year} are in force"];
        return Redirect(Links.OfficeHolidays);
    }

    private async Task<IActionResult> ShowAsync(string text, CancellationToken stop)
    {
        var file = HolidayFile.Read(text, desk.Today.Year + 1);
        if (file.Faults.Count > 0)
            return await FaultAsync([.. file.Faults.Select(f => texts[f])], stop);
        (Preview, Text) = (file, text);
        await ReadTablesAsync(stop);
        return Page();
    }

    private async Task<IActionResult> FaultAsync(IReadOnlyList<string> faults, CancellationToken stop)
    {
        await ReadTablesAsync(stop);
        return AskAgain([.. faults.Select(f => new ErrorLine("table", f))]);
    }

    private async Task ReadTablesAsync(CancellationToken stop) =>
        Tables = await db
            .HolidayTables.AsNoTracking()
            .OrderByDescending(t => t.Year)
            .ThenByDescending(t => t.Version)
            .Take(50)
            .ToListAsync(stop);

    /// <summary>Office programs in China save CSV in GB 18030 where nobody tells them otherwise.</summary>
    private static string Decode(byte[] content)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(content);
        }
        catch (DecoderFallbackException)
        {
            return CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetString(content);
        }
    }
}
