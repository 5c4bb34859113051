using Beian.Web.Authorities;
using Beian.Web.Data;
using Beian.Web.Features.Account.Standings;
using Beian.Web.Features.Filings;
using Beian.Web.Web;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Appointments;

/// <summary>An appointment with its hours.</summary>
public sealed class BookedHours
{
    public required Appointment Appointment { get; init; }

    public required AppointmentSlot Slot { get; init; }
}

/// <summary>The appointments of the enterprise behind this request: make one, move it, cancel it.</summary>
public sealed class Booking(AppDb db, Filer filer, AuthorityTree authorities, TimeProvider clock)
{
    /// <summary>How many days ahead hours are offered to filers.</summary>
    public const int DaysAhead = 60;

    /// <summary>Nobody honest holds more places at once.</summary>
    private const int MostOpen = 3;

    private const int MostSlots = 300;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>The enterprise's own, newest first.</summary>
    public IQueryable<BookedHours> Own() =>
        db
            .Appointments.Where(a => a.AccountId == filer.EnterpriseId && filer.IsWhole)
            .Join(db.AppointmentSlots, a => a.SlotId, s => s.Id, (a, s) => new BookedHours { Appointment = a, Slot = s });

    /// <summary>The hours an office offers from now on.</summary>
    public async Task<IReadOnlyList<AppointmentSlot>> OfferedAsync(string authorityId, CancellationToken stop)
    {
        var (today, last) = (clock.Today(), clock.Today().AddDays(DaysAhead));
        var slots = await db
            .AppointmentSlots.AsNoTracking()
            .Where(s => s.AuthorityId == authorityId && !s.IsClosed && s.Day >= today && s.Day <= last)
            .OrderBy(s => s.Day)
            .ThenBy(s => s.Hours)
            .Take(MostSlots)
            .ToListAsync(stop);
        return [.. slots.Where(s => s.BeginsAt > Now)];
    }

    /// <summary>Books hours, in place of an earlier appointment where one is moved; in a transaction of its own.</summary>
    /// <param name="moved">The appointment that is given up for it; null: none.</param>
    /// <exception cref="Refused">No place is left, or the hours are closed or past.</exception>
    public async Task<Appointment> BookAsync(AppointmentSlot slot, string matter, BookedHours? moved, CancellationToken stop)
    {
        var process = filer.BeginForAll(moved is null ? "BookingAppointment" : "MovingAppointment");
        var enterprise = filer.EnterpriseId!.Value;
        await RequireRoomAsync(slot, moved?.Appointment.Id, stop);
        moved?.Appointment.Cancel(moved.Slot, process);
        var appointment = new Appointment(slot, enterprise, matter, process);
        db.Add(appointment);
        AppointmentMails.Send(
            "appointment-booked",
            appointment,
            slot,
            (await db.FindCorrespondentAsync(enterprise, stop))!,
            authorities[slot.AuthorityId],
            process
        );
        await SaveAsync(process, stop);
        return appointment;
    }

    public async Task CancelAsync(BookedHours booked, CancellationToken stop)
    {
        var process = filer.BeginForAll("CancellingAppointment");
        booked.Appointment.Cancel(booked.Slot, process);
        await SaveAsync(process, stop);
    }

    private async Task RequireRoomAsync(AppointmentSlot slot, Guid? moved, CancellationToken stop)
    {
        var today = clock.Today();
        var open = await Own()
            .Where(b => b.Appointment.State == AppointmentState.Booked && b.Slot.Day >= today && b.Appointment.Id != moved)
            .Select(b => b.Slot.Id)
            .ToListAsync(stop);
        if (open.Contains(slot.Id))
            throw new Refused(new("您已预约了这个时段。", "You have booked these hours already."));
        if (open.Count >= MostOpen)
            throw new Refused(
                new(
                    $"最多同时有 {MostOpen} 个预约，请先取消不需要的。",
                    $"At most {MostOpen} appointments at a time; please cancel one you do not need."
                )
            );
    }

    /// <summary>What somebody did in the same moment is told as what it is.</summary>
    private async Task SaveAsync(Process process, CancellationToken stop)
    {
        try
        {
            await db.SaveAsync(process, stop);
        }
        catch (DbUpdateException)
        {
            throw new Refused(
                new("这个预约刚刚已被改动，请刷新后再看。", "This appointment was changed a moment ago; please look at it anew.")
            );
        }
    }
}
