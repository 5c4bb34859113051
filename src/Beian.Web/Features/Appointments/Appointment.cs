using System.Security.Cryptography;
using Beian.Web.Data;
using Beian.Web.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Beian.Web.Features.Appointments;

/// <summary>How an appointment stands.</summary>
public enum AppointmentState
{
    /// <summary>Somebody comes, or came.</summary>
    Booked,

    /// <summary>The enterprise gave it up, or moved it.</summary>
    Cancelled,

    /// <summary>The office took the hours back.</summary>
    Withdrawn,
}

/// <summary>事项预约: an enterprise comes to an office at hours it offers.</summary>
public sealed class Appointment
{
    private Appointment() { }

    public Appointment(AppointmentSlot slot, Guid accountId, string matter, Process process)
    {
        if (slot.IsClosed || slot.BeginsAt <= process.Now)
            throw new Refused(new("这个时段已停止预约，请另选。", "These hours are no longer open; please choose others."));
        Id = Guid.CreateVersion7();
        Number = RandomNumberGenerator.GetString("0123456789", 8);
        (SlotId, AccountId, Matter, CreatedAt) = (slot.Id, accountId, matter, process.Now);
        process.Record("AppointmentBooked", "appointment", Id, new { slot = slot.Id });
    }

    public Guid Id { get; private set; }

    /// <summary>预约号, to be said at the counter.</summary>
    public string Number { get; private set; } = "";

    public Guid SlotId { get; private set; }

    public Guid AccountId { get; private set; }

    /// <summary>What they come for.</summary>
    public string Matter { get; private set; } = "";

    /// <summary>Concurrency token: it ends once, and its place is free once.</summary>
    public AppointmentState State { get; private set; }

    public DateTime CreatedAt { get; private set; }

    public DateTime? EndedAt { get; private set; }

    /// <summary>Concurrency token: of several nodes one reminds.</summary>
    public DateTime? RemindedAt { get; private set; }

    /// <summary>The enterprise does not come.</summary>
    public void Cancel(AppointmentSlot slot, Process process)
    {
        if (State != AppointmentState.Booked)
            throw new Refused(new("这个预约已取消。", "This appointment was cancelled already."));
        if (slot.BeginsAt <= process.Now)
            throw new Refused(new("预约时间已过，不能再取消或改期。", "It has begun; it cannot be cancelled or moved any more."));
        (State, EndedAt) = (AppointmentState.Cancelled, process.Now);
        process.Record("AppointmentCancelled", "appointment", Id, new { slot = SlotId });
    }

    /// <summary>The office took the hours back.</summary>
    public void Withdraw(Process process)
    {
        (State, EndedAt) = (AppointmentState.Withdrawn, process.Now);
        process.Record("AppointmentWithdrawn", "appointment", Id, new { slot = SlotId });
    }

    public void Remind(Process process)
    {
        RemindedAt = process.Now;
        process.Record("AppointmentReminded", "appointment", Id);
    }

    private sealed class Configuration : IEntityTypeConfiguration<Appointment>
    {
        public void Configure(EntityTypeBuilder<Appointment> entity)
        {
            entity.ToTable("appointments");
            entity.HasIndex(a => new { a.SlotId, a.AccountId }).IsUnique().HasFilter("state = 'Booked'");
            entity.HasIndex(a => new { a.AccountId, a.Id });
            entity.Property(a => a.State).IsConcurrencyToken();
            entity.Property(a => a.RemindedAt).IsConcurrencyToken();
            entity.HasOne<AppointmentSlot>().WithMany().HasForeignKey(a => a.SlotId);
            entity.HasOne<Account.Account>().WithMany().HasForeignKey(a => a.AccountId);
        }
    }
}

public static class AppointmentQueries
{
    extension(AppDb db)
    {
        public DbSet<AppointmentSlot> AppointmentSlots => db.Set<AppointmentSlot>();

        public DbSet<Appointment> Appointments => db.Set<Appointment>();
    }
}
