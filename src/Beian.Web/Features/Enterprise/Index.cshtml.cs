using Beian.Web.Data;
using Beian.Web.Features.Account;
using Beian.Web.Features.Account.Standings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Beian.Web.Features.Enterprise;

/// <summary>本企业: for whom the account acts, in which role, who else does, and what changed among them.</summary>
public sealed class IndexModel(AppDb db, Visitor visitor) : PageModel
{
    private const int MostActs = 50;

    /// <summary>Null: the account left its own enterprise and joined none.</summary>
    public Standing? Standing => visitor.OwnStanding;

    public IReadOnlyList<Colleague> Members { get; private set; } = [];

    public IReadOnlyList<EnterpriseAct> Acts { get; private set; } = [];

    [TempData]
    public string? Message { get; set; }

    public async Task OnGetAsync(CancellationToken stop)
    {
        if (Standing is not { } standing)
            return;
        Members = await Colleague.ReadAsync(db, standing.EnterpriseId, stop);
        Acts = await EnterpriseActs.ReadAsync(db, standing.EnterpriseId, MostActs, stop);
    }
}
