using Beian.Definitions.Codes;
using Beian.Definitions.Packs;
using Beian.Web.Data;
using Beian.Web.Features.Account;
using Beian.Web.Features.Account.Standings;
using Beian.Web.Features.Shared;
using Beian.Web.Web;
using Microsoft.AspNetCore.Mvc;

namespace Beian.Web.Features.Enterprise.Mandates;

/// <summary>委托代办: what the enterprise gave and what it was given; its administrators give.</summary>
public sealed class ListModel(MandateDesk desk, AppDb db, Visitor visitor, Catalogue.Catalogue catalogue, TimeProvider clock, Texts texts)
    : AskingPage
{
    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public DateOnly? First { get; set; }

    [BindProperty]
    public DateOnly? Last { get; set; }

    /// <summary>all, or some.</summary>
    [BindProperty]
    public string? Reach { get; set; }

    [BindProperty]
    public string[] Services { get; set; } = [];

    [TempData]
    public string? Message { get; set; }

    public Standing Standing { get; private set; } = null!;

    public IReadOnlyList<MandateRow> Given { get; private set; } = [];

    public IReadOnlyList<MandateRow> Received { get; private set; } = [];

    public string? NextGiven { get; private set; }

    public string? NextReceived { get; private set; }

    public IReadOnlyList<Pack> Choices { get; private set; } = [];

    public DateOnly Today => desk.Today;

    public async Task<IActionResult> OnGetAsync(Guid? given, Guid? received, CancellationToken stop)
    {
        if (visitor.OwnStanding is not { } standing)
            return Redirect(Links.Enterprise);
        (First, Last) = (Today, Today.AddYears(1).AddDays(-1));
        await ReadAsync(standing, given, received, stop);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (visitor.OwnStanding is not { MayAdminister: true } standing)
            throw new Refused(OnlyAdministrators);
        Code = Uscc.Normalise(Code ?? "");
        await ReadAsync(standing, null, null, stop);
        var chosen = Reach == "some" ? Choices.Select(p => p.Code).Where(Services.Contains).ToList() : [];
        List<ErrorLine> errors = [.. await CheckAsync(standing, chosen, stop)];
        if (errors.Count > 0)
            return AskAgain(errors);
        var process = new Process("GivingMandate", visitor.Actor, clock.GetUtcNow().UtcDateTime);
        var mandate = await desk.GiveAsync(standing, Code, chosen, First!.Value, Last!.Value, process, stop);
        await db.SaveAsync(process, stop);
        Message = texts[
            "委托已发出。受托企业的管理员接受以后生效；如果对方还没有在本平台备案，备案通过后可以接受。",
            "The mandate was given. It is in force once the agency's administrator accepts; an agency that has filed nothing here yet can do so after its first approval."
        ];
        return Redirect(Links.EnterpriseMandate(mandate.Id));
    }

    public IActionResult OnGetOwn() => Redirect(Links.EnterpriseMandates);

    /// <summary>From now on this session files for the own enterprise again.</summary>
    public async Task<IActionResult> OnPostOwnAsync(CancellationToken stop)
    {
        await desk.ActAsync(null, new("ActingForOwn", visitor.Actor, clock.GetUtcNow().UtcDateTime), stop);
        return Redirect(Links.Workbench);
    }

    internal static Definitions.LocalizedText OnlyAdministrators { get; } =
        new("只有本企业的管理员可以办理委托。", "Only administrators of the enterprise deal with mandates.");

    private async Task<IEnumerable<ErrorLine>> CheckAsync(Standing standing, List<string> chosen, CancellationToken stop)
    {
        List<ErrorLine> errors = [];
        if (Uscc.Check(Code!) is { } code)
            errors.Add(new(nameof(Code), texts[code.Message]));
        else if ((await db.FindCodeKeysAsync(standing.EnterpriseId, stop)).Contains(Filings.Subject.KeyOf(Code!)))
            errors.Add(new(nameof(Code), texts["不能委托本企业自己", "An enterprise gives itself no mandate"]));
        if (First is not { } first || first < Today || first.Year > DateOnly.MaxValue.Year - Mandate.MostYears)
            errors.Add(new(nameof(First), texts["请填写今天或以后的起始日期", "The first day is today or later"]));
        else if (Last is not { } last || last < first || last > first.AddYears(Mandate.MostYears))
            errors.Add(
                new(
                    nameof(Last),
                    texts[
                        $"请填写截止日期，不早于起始日期，最长 {Mandate.MostYears} 年",
                        $"The last day is not before the first, and {Mandate.MostYears} years later at most"
                    ]
                )
            );
        if (Reach is not ("all" or "some") || (Reach == "some" && chosen.Count == 0))
            errors.Add(new(nameof(Services), texts["请选择委托的事项", "Please choose the services"]));
        return errors;
    }

    private async Task ReadAsync(Standing standing, Guid? given, Guid? received, CancellationToken stop)
    {
        Standing = standing;
        Choices = [.. catalogue.Packs.OrderBy(p => p.Code, StringComparer.Ordinal)];
        (Given, NextGiven) = Cut(await desk.GivenAsync(standing.EnterpriseId, given, stop), "given");
        (Received, NextReceived) = Cut(await desk.ReceivedAsync(standing.EnterpriseId, received, stop), "received");
    }

    private static (IReadOnlyList<MandateRow> Rows, string? Next) Cut(IReadOnlyList<MandateRow> rows, string name) =>
        rows.Count > MandateDesk.PageSize
            ? ([.. rows.Take(MandateDesk.PageSize)], $"{Links.EnterpriseMandates}?{name}={rows[MandateDesk.PageSize - 1].Mandate.Id}")
            : (rows, null);
}
