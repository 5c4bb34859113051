using Beian.Web.Features.Filings;
using Beian.Web.Features.Filings.Messages;
using Beian.Web.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Beian.Web.Features.Messages;

/// <summary>站内信: what the enterprise was told about its filings, and whether the mails got there.</summary>
public sealed class IndexModel(Deliveries deliveries, Filer filer) : PageModel
{
    private const int PageSize = 20;

    public IReadOnlyList<Delivery> Mails { get; private set; } = [];

    /// <summary>The address of the next page; null on the last one.</summary>
    public string? Next { get; private set; }

    public async Task OnGetAsync(Guid? before, CancellationToken stop)
    {
        var found = await deliveries.OfAllAsync(filer, before, PageSize + 1, stop);
        Mails = [.. found.Take(PageSize)];
        if (found.Count > PageSize)
            Next = $"{Links.Messages}?before={Mails[^1].Id}";
    }
}
