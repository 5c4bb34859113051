using Beian.Definitions.Fields;
using Beian.Web.Authorities;
using Beian.Web.Data;
using Beian.Web.Features.Account;
using Beian.Web.Features.Filings;
using Beian.Web.Features.Shared;
using Beian.Web.Features.Shared.Fields;
using Beian.Web.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Appointments;

/// <summary>预约 and 改期: an office, hours it offers, what for.</summary>
[ForOneEnterprise]
public sealed class NewModel(AppDb db, Booking booking, AuthorityTree authorities, Filer filer, TimeProvider clock, Texts texts)
    : AskingPage
{
    [BindProperty(SupportsGet = true, Name = "authority")]
    public string? AuthorityId { get; set; }

    /// <summary>The appointment that is moved.</summary>
    [BindProperty(SupportsGet = true, Name = "move")]
    public Guid? Move { get; set; }

    [BindProperty(Name = "slot")]
    public Guid? Slot { get; set; }

    [BindProperty(Name = "matter")]
    public string? Matter { get; set; }

    public Authority? Office { get; private set; }

    public BookedHours? Moved { get; private set; }

    public IReadOnlyList<AppointmentSlot> Slots { get; private set; } = [];

    /// <summary>The offices that offer hours, by province.</summary>
    public IReadOnlyList<OfficeGroup> Offices { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (!await FindAsync(stop))
            return NotFound();
        Matter = Moved?.Appointment.Matter;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!await FindAsync(stop) || Office is null)
            return NotFound();
        var matter = PlainText.Line(Matter ?? "");
        var slot = Slots.FirstOrDefault(s => s.Id == Slot);
        List<ErrorLine> errors = [];
        if (slot is null)
            errors.Add(new("slot", texts["请选择一个还有余号的时段", "Please choose hours with places left"]));
        if (matter.Length is 0 or > 100)
            errors.Add(new("matter", texts["请填写办理的事项，最多 100 个字", "Please say what you come for, in at most 100 characters"]));
        if (errors.Count == 0)
            try
            {
                var made = await booking.BookAsync(slot!, matter, Moved, stop);
                TempData[nameof(IndexModel.Message)] = texts[
                    $"预约成功，预约号 {made.Number}。请按时到场。",
                    $"Your appointment number is {made.Number}. Please come in time."
                ];
                return Redirect(Links.Appointments);
            }
            catch (Refused refused)
            {
                // The hours anew: others took the places.
                db.ChangeTracker.Clear();
                await FindAsync(stop);
                errors.Add(new("slot", texts[refused.Reason]));
            }
        return AskAgain(errors);
    }

    private async Task<bool> FindAsync(CancellationToken stop)
    {
        if (Move is { } moved)
        {
            Moved = await booking.Own().SingleOrDefaultAsync(b => b.Appointment.Id == moved, stop);
            if (Moved is null)
                return false;
        }
        var home =
            AuthorityId
            ?? await db.Accounts.Where(a => a.Id == filer.EnterpriseId).Select(a => a.HomeAuthorityId).SingleOrDefaultAsync(stop);
        Office = authorities.Find(home);
        if (Office is null && AuthorityId is { Length: > 0 })
            return false;
        if (Office is not null)
            Slots = await booking.OfferedAsync(Office.Id, stop);
        var today = clock.Today();
        var offering = await db
            .AppointmentSlots.Where(s => !s.IsClosed && s.Day >= today)
            .Select(s => s.AuthorityId)
            .Distinct()
            .ToListAsync(stop);
        Offices =
        [
            .. authorities
                .All.Where(a => offering.Contains(a.Id) || a.Id == Office?.Id)
                .GroupBy(authorities.ProvinceOf)
                .Select(g => new OfficeGroup(g.Key, [.. g.Select(a => KeyValuePair.Create(a.Id, a.Name))])),
        ];
        return true;
    }
}
