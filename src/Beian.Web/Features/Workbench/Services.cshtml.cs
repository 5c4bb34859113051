using Beian.Definitions.Packs;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Beian.Web.Features.Workbench;

/// <summary>新增业务: the services of the enterprise's applications.</summary>
public sealed class ServicesModel(MyApplications applications, Catalogue.Catalogue catalogue) : PageModel
{
    public IReadOnlyList<Application> Applications { get; private set; } = [];

    public bool IsOpenForNew(string service) => catalogue.Find(service)?.Service.OpenForNew ?? false;

    public async Task OnGetAsync(CancellationToken stop) => Applications = await applications.ReadAsync(stop);
}
