using Beian.Web.Authorities;
using Beian.Web.Data;
using Beian.Web.Features.Account;
using Beian.Web.Features.Account.Standings;
using Beian.Web.Web;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Appointments;

/// <summary>Reminds of appointments of today and of the next working day, once each. One reminder is one transaction; on several nodes one of them does it.</summary>
public sealed class AppointmentReminders(AppDb db, WorkingDays days, AuthorityTree authorities, TimeProvider clock)
{
    private const int Most = 200;

    /// <returns>How many were reminded.</returns>
    public async Task<int> RemindAsync(CancellationToken stop)
    {
        var today = clock.Today();
        var next = days.Add(today, 1);
        var due = await db
            .Appointments.Where(a => a.State == AppointmentState.Booked && a.RemindedAt == null)
            .Join(db.AppointmentSlots.Where(s => s.Day >= today && s.Day <= next), a => a.SlotId, s => s.Id, (a, s) => a.Id)
            .OrderBy(id => id)
            .Take(Most)
            .ToListAsync(stop);
        var reminded = 0;
        foreach (var id in due)
            reminded += await RemindAsync(id, stop) ? 1 : 0;
        return reminded;
    }

    private async Task<bool> RemindAsync(Guid id, CancellationToken stop)
    {
        db.ChangeTracker.Clear();
        var appointment = await db.Appointments.SingleAsync(a => a.Id == id, stop);
        var process = new Process("RemindingOfAppointment", Actor.System, clock.GetUtcNow().UtcDateTime);
        if (appointment is not { State: AppointmentState.Booked, RemindedAt: null })
            return false;
        var slot = await db.AppointmentSlots.AsNoTracking().SingleAsync(s => s.Id == appointment.SlotId, stop);
        // Whoever booked it for within the hour knows.
        var isFresh = process.Now - appointment.CreatedAt < TimeSpan.FromHours(1);
        appointment.Remind(process);
        if (slot.BeginsAt > process.Now && !isFresh)
        {
            var account = (await db.FindCorrespondentAsync(appointment.AccountId, stop))!;
            if (await db.WantsAsync(account.Id, "appointment-reminder", stop))
                AppointmentMails.Send("appointment-reminder", appointment, slot, account, authorities[slot.AuthorityId], process);
        }
        try
        {
            await db.SaveAsync(process, stop);
            return process.Messages.Count > 0;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
    }
}
