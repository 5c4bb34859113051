using Beian.Web.Authorities;
using Beian.Web.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Appointments;

/// <summary>我的预约: what is to come and what was.</summary>
public sealed class IndexModel(Booking booking, AuthorityTree authorities, TimeProvider clock, Texts texts) : PageModel
{
    private const int Shown = 50;

    public IReadOnlyList<BookedHours> Rows { get; private set; } = [];

    [TempData]
    public string? Message { get; set; }

    public string NameOf(string authority) => authorities[authority].Name;

    /// <summary>Whether it can still be cancelled or moved.</summary>
    public bool IsOpen(BookedHours row) =>
        row.Appointment.State == AppointmentState.Booked && row.Slot.BeginsAt > clock.GetUtcNow().UtcDateTime;

    public async Task OnGetAsync(CancellationToken stop) =>
        Rows = await booking.Own().AsNoTracking().OrderByDescending(b => b.Appointment.Id).Take(Shown).ToListAsync(stop);

    public async Task<IActionResult> OnPostCancellationAsync(Guid id, CancellationToken stop)
    {
        if (await booking.Own().SingleOrDefaultAsync(b => b.Appointment.Id == id, stop) is not { } booked)
            return NotFound();
        await booking.CancelAsync(booked, stop);
        Message = texts["预约已取消", "The appointment is cancelled"];
        return Redirect(Links.Appointments);
    }
}
