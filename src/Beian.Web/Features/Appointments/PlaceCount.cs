using Beian.Web.Data;
using Beian.Web.Web;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Appointments;

/// <summary>
/// Takes and frees places, in the transaction of the action. One statement asks whether a place is left and takes it: however many come at once, no more are
/// taken than there are.
/// </summary>
public sealed class PlaceCount : Projection
{
    public override async Task ApplyAsync(AppDb db, Process process, CancellationToken stop)
    {
        foreach (var happened in process.Events.Where(e => e.SubjectKind == "appointment").ToList())
        {
            if (happened.Kind is not ("AppointmentBooked" or "AppointmentCancelled"))
                continue;
            var slot = db.ChangeTracker.Entries<Appointment>().Single(a => a.Entity.Id == happened.SubjectId).Entity.SlotId;
            var slots = db.AppointmentSlots.Where(s => s.Id == slot);
            if (happened.Kind == "AppointmentCancelled")
                await slots.ExecuteUpdateAsync(s => s.SetProperty(x => x.Taken, x => x.Taken - 1), stop);
            else if (
                await slots
                    .Where(s => !s.IsClosed && s.Taken < s.Capacity)
                    .ExecuteUpdateAsync(s => s.SetProperty(x => x.Taken, x => x.Taken + 1), stop) == 0
            )
                throw new Refused(new("这个时段已约满，请另选。", "These hours are fully booked; please choose others."));
        }
    }
}
