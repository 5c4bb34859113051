using Beian.Web.Data;
using Beian.Web.Features.Account;
using Beian.Web.Features.Account.Standings;
using Beian.Web.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Beian.Web.Features.Enterprise.Mandates;

/// <summary>One mandate, for either side: accept it, file by it, end it.</summary>
public sealed class IndexModel(MandateDesk desk, AppDb db, Visitor visitor, TimeProvider clock, Texts texts) : PageModel
{
    public Mandate Mandate { get; private set; } = null!;

    public MandateSide Side { get; private set; }

    public MandateState State { get; private set; }

    public bool IsOpen => Mandate.IsOpenOn(desk.Today);

    public string PrincipalName { get; private set; } = "";

    /// <summary>Null while nobody accepted it.</summary>
    public string? AgencyName { get; private set; }

    public bool MayAdminister => visitor.OwnStanding is { MayAdminister: true };

    /// <summary>Whether this session files by it now.</summary>
    public bool IsActing => visitor.Standing?.Mandate?.Id == Mandate.Id;

    /// <summary>Where one wanted to go.</summary>
    [BindProperty(SupportsGet = true, Name = "returnUrl")]
    public string? ReturnUrl { get; set; }

    [TempData]
    public string? Message { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (!await FindAsync(id, stop))
            return NotFound();
        PrincipalName = await desk.NameOfAsync(Mandate.PrincipalId, stop);
        AgencyName = Mandate.AgencyId is { } agency ? await desk.NameOfAsync(agency, stop) : null;
        return Page();
    }

    public Task<IActionResult> OnPostAcceptanceAsync(Guid id, CancellationToken stop) =>
        ChangeAsync(
            id,
            "AcceptingMandate",
            MandateSide.Agency,
            (own, process) => desk.AcceptAsync(Mandate, own, process, stop),
            texts["已接受委托。点击“代其办理”开始。", "Accepted. Press “File for it” to begin."],
            stop
        );

    public Task<IActionResult> OnPostEndAsync(Guid id, CancellationToken stop) =>
        ChangeAsync(
            id,
            "EndingMandate",
            null,
            (own, process) => desk.EndAsync(Mandate, Side, own, process, stop),
            texts["委托已终止，立即生效。", "The mandate has ended, at once."],
            stop
        );

    /// <summary>From now on this session files for the principal.</summary>
    public async Task<IActionResult> OnPostActingAsync(Guid id, CancellationToken stop)
    {
        if (!await FindAsync(id, stop) || Side != MandateSide.Agency)
            return NotFound();
        if (State != MandateState.InForce)
            throw new Refused(new($"这份委托{State.Text().Zh}，不能代办。", $"This mandate: {State.Text().En}. You cannot file by it."));
        await desk.ActAsync(id, Begin("ActingByMandate"), stop);
        return Redirect(LocalPath.IsLocal(ReturnUrl) ? ReturnUrl! : Links.Workbench);
    }

    private async Task<IActionResult> ChangeAsync(
        Guid id,
        string name,
        MandateSide? side,
        Func<Guid, Process, Task> change,
        string done,
        CancellationToken stop
    )
    {
        if (!await FindAsync(id, stop) || (side is { } needed && needed != Side))
            return NotFound();
        if (!MayAdminister)
            throw new Refused(ListModel.OnlyAdministrators);
        var process = Begin(name);
        await change(visitor.OwnStanding!.EnterpriseId, process);
        await db.SaveAsync(process, stop);
        Message = done;
        // Whoever refused an offer sees it no more.
        return Redirect(Mandate.AgencyId is null && Side == MandateSide.Agency ? Links.EnterpriseMandates : Links.EnterpriseMandate(id));
    }

    private Process Begin(string name) => new(name, visitor.Actor, clock.GetUtcNow().UtcDateTime);

    private async Task<bool> FindAsync(Guid id, CancellationToken stop)
    {
        if (visitor.OwnStanding is not { } own || await desk.FindAsync(id, own.EnterpriseId, stop) is not var (mandate, side))
            return false;
        (Mandate, Side, State) = (mandate, side, mandate.StateOn(desk.Today));
        return true;
    }
}
