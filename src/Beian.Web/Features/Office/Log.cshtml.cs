using System.Globalization;
using System.Text.Json;
using Beian.Definitions.Fields;
using Beian.Web.Authorities;
using Beian.Web.Features.Office.Administration;
using Beian.Web.Features.Shared;
using Beian.Web.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Beian.Web.Features.Office;

/// <summary>操作日志: who did what in the jurisdiction, looks at personal data and exports among it.</summary>
public sealed class LogModel(LogReader reader, AuthorityTree authorities, Texts texts) : PageModel
{
    private const int PageSize = 50;

    private readonly List<ErrorLine> _problems = [];

    [BindProperty(SupportsGet = true, Name = "person")]
    public string? Person { get; set; }

    [BindProperty(SupportsGet = true, Name = "number")]
    public string? Number { get; set; }

    [BindProperty(SupportsGet = true, Name = "from")]
    public string? From { get; set; }

    [BindProperty(SupportsGet = true, Name = "to")]
    public string? To { get; set; }

    [BindProperty(SupportsGet = true, Name = "before")]
    public string? Before { get; set; }

    public ErrorSummary Problems => new(_problems);

    public IReadOnlyList<LogRow> Rows { get; private set; } = [];

    /// <summary>Where the older ones are; null: these are the oldest.</summary>
    public string? Older { get; private set; }

    public async Task OnGetAsync(CancellationToken stop)
    {
        var days = Days.Read(Request.Query, "from", "to", _problems, texts);
        var filter = new LogFilter(PlainText.Sought(Person, 50), PlainText.Sought(Number, 50), days);
        long? before = long.TryParse(Before, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
        var rows = await reader.ReadAsync(filter, before, PageSize + 1, stop);
        Rows = [.. rows.Take(PageSize)];
        if (rows.Count > PageSize)
            Older =
                Links.OfficeLog
                + new QueryString()
                    .Add("person", filter.Person)
                    .Add("number", filter.Number)
                    .Add("from", From ?? "")
                    .Add("to", To ?? "")
                    .Add("before", Rows[^1].Happened.Id.ToString(CultureInfo.InvariantCulture));
    }

    public string PlaceOf(LogRow row) => authorities.Find(row.Happened.AuthorityId)?.Name ?? "";

    /// <summary>How many rows an export had, and what it was narrowed down to: the part of an event's data that a reader wants.</summary>
    public string DetailOf(LogRow row)
    {
        using var data = JsonDocument.Parse(row.Happened.Data);
        var rows = data.RootElement.TryGetProperty("rows", out var count) ? texts[$"{count} 条", $"{count} rows"] : "";
        var filter = data.RootElement.TryGetProperty("filter", out var query) ? Uri.UnescapeDataString(query.GetString() ?? "") : "";
        return string.Join(' ', new[] { rows, filter }.Where(t => t.Length > 0));
    }
}
