using System.Globalization;
using Beian.Definitions.Fields;
using Beian.Web.Authorities;
using Beian.Web.Data;
using Beian.Web.Features.Account;
using Beian.Web.Features.Appointments;
using Beian.Web.Features.Shared;
using Beian.Web.Web;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Office.Appointments;

/// <summary>What an officer asks for: hours on the working days between two dates.</summary>
/// <param name="Hours">One from and to a line.</param>
public sealed record SlotOrder(string? First, string? Last, string? Hours, string? Place, string? Capacity);

/// <summary>Offers hours and takes them back.</summary>
public sealed class SlotOffers(AppDb db, Desk desk, WorkingDays days, AuthorityTree authorities)
{
    private const int MostDays = 92;
    private const int MostHours = 20;
    private const int MostComers = 100;

    /// <summary>The slots an order asks for, or what is wrong with it.</summary>
    public (IReadOnlyList<AppointmentSlot> Slots, IReadOnlyList<ErrorLine> Problems) Read(
        SlotOrder order,
        string authority,
        DateOnly today,
        Texts texts
    )
    {
        var problems = new List<ErrorLine>();
        var (first, last) = (ChinaTime.Read(order.First), ChinaTime.Read(order.Last));
        if (first is null || last is null || first < today || last < first || last.Value.DayNumber - first.Value.DayNumber >= MostDays)
            problems.Add(
                new(
                    "First",
                    texts[
                        $"请选择今天以后的起止日期，最多 {MostDays} 天",
                        $"Please choose a first and a last day from today on, {MostDays} days at most"
                    ]
                )
            );
        var lines = (order.Hours ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var hours = lines.Select(AppointmentSlot.ReadHours).OfType<string>().Distinct().ToList();
        if (hours.Count == 0 || hours.Count > MostHours || lines.Any(l => AppointmentSlot.ReadHours(l) is null))
            problems.Add(
                new("Hours", texts["每行写一个时段，例如 09:00-10:00", "Write one from and to on each line, such as 09:00-10:00"])
            );
        var place = PlainText.Line(order.Place ?? "");
        if (place.Length is 0 or > 100)
            problems.Add(new("Place", texts["请填写地点，最多 100 个字", "Please say where, in at most 100 characters"]));
        if (
            !int.TryParse(order.Capacity, NumberStyles.None, CultureInfo.InvariantCulture, out var capacity)
            || capacity is < 1 or > MostComers
        )
            problems.Add(new("Capacity", texts[$"每个时段的人数为 1 至 {MostComers}", $"The number of places is 1 to {MostComers}"]));
        if (problems.Count > 0)
            return ([], problems);
        var slots = new List<AppointmentSlot>();
        for (var day = first!.Value; day <= last!.Value; day = day.AddDays(1))
            if (days.IsWorkingDay(day))
                slots.AddRange(hours.Select(h => new AppointmentSlot(authority, day, h, place, capacity)));
        if (slots.Count == 0)
            problems.Add(new("First", texts["这段日期里没有工作日", "There is no working day between these"]));
        return (slots, problems);
    }

    /// <returns>How many were not there before.</returns>
    public async Task<int> AddAsync(IReadOnlyList<AppointmentSlot> slots, CancellationToken stop)
    {
        const int Most = 5;
        for (var tried = 1; ; tried++)
            try
            {
                return await TryAddAsync(slots, stop);
            }
            catch (DbUpdateException) when (tried < Most && !stop.IsCancellationRequested)
            {
                // A colleague offered some of the same hours at this moment: look again which are missing.
                db.ChangeTracker.Clear();
            }
    }

    private async Task<int> TryAddAsync(IReadOnlyList<AppointmentSlot> slots, CancellationToken stop)
    {
        var (own, first, last) = (desk.Officer.AuthorityId, slots.Min(s => s.Day), slots.Max(s => s.Day));
        var there = (
            await db
                .AppointmentSlots.Where(s => s.AuthorityId == own && s.Day >= first && s.Day <= last)
                .Select(s => new
                {
                    s.Day,
                    s.Hours,
                    s.Place,
                })
                .ToListAsync(stop)
        ).Select(s => (s.Day, s.Hours, s.Place)).ToHashSet();
        var fresh = slots.Where(s => !there.Contains((s.Day, s.Hours, s.Place))).ToList();
        if (fresh.Count == 0)
            return 0;
        var process = desk.Begin("OfferingAppointments");
        process.Record(
            "AppointmentsOffered",
            "office",
            process.Id,
            new
            {
                slots = fresh.Count,
                first,
                last,
            }
        );
        db.AddRange(fresh);
        await db.SaveAsync(process, stop);
        return fresh.Count;
    }

    /// <returns>How many had booked the hours.</returns>
    public async Task<int> CloseAsync(AppointmentSlot slot, string reason, CancellationToken stop)
    {
        var process = desk.Begin("ClosingAppointments");
        slot.Close(reason, process);
        var booked = await db
            .Appointments.Where(a => a.SlotId == slot.Id && a.State == AppointmentState.Booked)
            .Join(db.Accounts, a => a.AccountId, c => c.Id, (a, c) => new { Appointment = a, Account = c })
            .ToListAsync(stop);
        foreach (var b in booked)
        {
            b.Appointment.Withdraw(process);
            AppointmentMails.Send("appointment-withdrawn", b.Appointment, slot, b.Account, authorities[slot.AuthorityId], process);
        }
        await db.SaveAsync(process, stop);
        return booked.Count;
    }
}
