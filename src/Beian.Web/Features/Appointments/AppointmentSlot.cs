using System.Globalization;
using System.Text.RegularExpressions;
using Beian.Definitions.Fields;
using Beian.Web.Authorities;
using Beian.Web.Data;
using Beian.Web.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Beian.Web.Features.Appointments;

/// <summary>Hours of a day that an office offers at a counter, for so many at once.</summary>
public sealed partial class AppointmentSlot
{
    private AppointmentSlot() { }

    /// <param name="hours">From and to (09:00-10:00), in China.</param>
    /// <param name="capacity">How many may come.</param>
    public AppointmentSlot(string authorityId, DateOnly day, string hours, string place, int capacity)
    {
        Id = Guid.CreateVersion7();
        (AuthorityId, Day, Hours, Place, Capacity) = (authorityId, day, hours, place, capacity);
    }

    public Guid Id { get; private set; }

    public string AuthorityId { get; private set; } = "";

    public DateOnly Day { get; private set; }

    /// <summary>09:00-10:00.</summary>
    public string Hours { get; private set; } = "";

    public string Place { get; private set; } = "";

    public int Capacity { get; private set; }

    /// <summary>How many come; changed by <see cref="PlaceCount"/> alone, in one statement.</summary>
    public int Taken { get; private set; }

    /// <summary>The office took it back.</summary>
    public bool IsClosed { get; private set; }

    /// <summary>Why it took it back; those who would have come read it.</summary>
    public string? Reason { get; private set; }

    public int Free => IsClosed ? 0 : Capacity - Taken;

    /// <summary>When it begins, in UTC.</summary>
    public DateTime BeginsAt => ChinaTime.StartOf(Day) + Begin(Hours).ToTimeSpan();

    /// <summary>Nobody may come any more.</summary>
    public void Close(string reason, Process process)
    {
        if (IsClosed)
            throw new Refused(new("这个时段已停止预约。", "These hours are closed already."));
        (IsClosed, Reason) = (true, reason);
        process.Record("AppointmentSlotClosed", "slot", Id, new { Day, Hours });
    }

    /// <summary>Hours as they are kept; null where a line is no from and to.</summary>
    public static string? ReadHours(string line)
    {
        var match = FromTo().Match(PlainText.Compact(line));
        return
            match.Success
            && TimeOnly.TryParseExact(match.Groups[1].Value, "H:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var from)
            && TimeOnly.TryParseExact(match.Groups[2].Value, "H:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var to)
            && from < to
            ? string.Create(CultureInfo.InvariantCulture, $"{from:HH\\:mm}-{to:HH\\:mm}")
            : null;
    }

    private static TimeOnly Begin(string hours) => TimeOnly.ParseExact(hours[..5], "HH:mm", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^([0-9]{1,2}:[0-9]{2})[-–—~至]([0-9]{1,2}:[0-9]{2})$")]
    private static partial Regex FromTo();

    private sealed class Configuration : IEntityTypeConfiguration<AppointmentSlot>
    {
        public void Configure(EntityTypeBuilder<AppointmentSlot> entity)
        {
            entity.ToTable("appointment_slots");
            entity.Ignore(s => s.Free);
            entity.Ignore(s => s.BeginsAt);
            entity
                .HasIndex(s => new
                {
                    s.AuthorityId,
                    s.Day,
                    s.Hours,
                    s.Place,
                })
                .IsUnique();
            entity.HasOne<Authority>().WithMany().HasForeignKey(s => s.AuthorityId);
        }
    }
}
