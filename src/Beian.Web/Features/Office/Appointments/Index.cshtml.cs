using System.Globalization;
using Beian.Definitions.Fields;
using Beian.Web.Data;
using Beian.Web.Features.Account;
using Beian.Web.Features.Appointments;
using Beian.Web.Features.Shared;
using Beian.Web.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Office.Appointments;

/// <summary>Who comes at which hours.</summary>
public sealed record Coming(string Number, string Name, string Matter);

/// <summary>预约管理 of the own office: who comes on a day, the hours that are offered, more of them, and taking some back.</summary>
public sealed class IndexModel(AppDb db, Desk desk, SlotOffers offers, Texts texts) : AskingPage
{
    private const int DaysShown = 14;

    public DateOnly From { get; private set; }

    public IReadOnlyList<AppointmentSlot> Slots { get; private set; } = [];

    public ILookup<Guid, Coming> Comers { get; private set; } = Array.Empty<Coming>().ToLookup(_ => Guid.Empty);

    public SlotOrder Order { get; private set; } = new("", "", "", "", "");

    [TempData]
    public string? Message { get; set; }

    public async Task OnGetAsync(string? from, CancellationToken stop) => await ReadAsync(from, stop);

    /// <summary>Offers hours on the working days between two dates.</summary>
    public async Task<IActionResult> OnPostOfferAsync(SlotOrder order, CancellationToken stop)
    {
        var (slots, problems) = offers.Read(order, desk.Officer.AuthorityId, desk.Today, texts);
        if (problems.Count > 0)
        {
            Order = order;
            await ReadAsync(null, stop);
            return AskAgain(problems);
        }
        var added = await offers.AddAsync(slots, stop);
        Message = texts[$"新增 {added} 个时段；已有的没有重复添加。", $"{added} slots added; those that were there were not added again."];
        return Redirect(Links.OfficeAppointments);
    }

    /// <summary>Takes hours back; whoever booked them is told why.</summary>
    public async Task<IActionResult> OnPostCloseAsync(Guid id, string? reason, CancellationToken stop)
    {
        var own = desk.Officer.AuthorityId;
        if (await db.AppointmentSlots.SingleOrDefaultAsync(s => s.Id == id && s.AuthorityId == own, stop) is not { } slot)
            return NotFound();
        if (PlainText.Line(reason ?? "") is not { Length: > 0 and <= 200 } why)
        {
            await ReadAsync(slot.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), stop);
            return AskAgain(
                new ErrorLine(null, texts["请填写停止办理的原因，预约的企业会看到", "Please give a reason; those who booked read it"])
            );
        }
        var told = await offers.CloseAsync(slot, why, stop);
        Message = texts[
            $"已停止该时段的预约，{told} 家预约的企业将收到通知。",
            $"The hours are closed; {told} enterprises that booked them are told."
        ];
        return Redirect($"{Links.OfficeAppointments}?from={slot.Day:yyyy-MM-dd}");
    }

    private async Task ReadAsync(string? from, CancellationToken stop)
    {
        From = ChinaTime.Read(from) ?? desk.Today;
        var (own, begin, end) = (desk.Officer.AuthorityId, From, From.AddDays(DaysShown));
        Slots = await db
            .AppointmentSlots.AsNoTracking()
            .Where(s => s.AuthorityId == own && s.Day >= begin && s.Day < end)
            .OrderBy(s => s.Day)
            .ThenBy(s => s.Hours)
            .ThenBy(s => s.Place)
            .ToListAsync(stop);
        var ids = Slots.Select(s => s.Id).ToList();
        Comers = (
            await db
                .Appointments.Where(a => ids.Contains(a.SlotId) && a.State == AppointmentState.Booked)
                .Join(
                    db.Accounts,
                    a => a.AccountId,
                    c => c.Id,
                    (a, c) =>
                        new
                        {
                            a.SlotId,
                            a.Number,
                            c.DisplayName,
                            a.Matter,
                        }
                )
                .OrderBy(a => a.Number)
                .ToListAsync(stop)
        ).ToLookup(a => a.SlotId, a => new Coming(a.Number, a.DisplayName, a.Matter));
    }
}
