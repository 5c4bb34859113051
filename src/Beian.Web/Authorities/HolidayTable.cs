using System.Text.Json;
using Beian.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Beian.Web.Authorities;

/// <summary>A day that is not what its day of the week says.</summary>
/// <param name="Works">A make-up workday; otherwise a holiday.</param>
/// <param name="Name">The festival (春节).</param>
public sealed record HolidayDay(DateOnly Date, bool Works, string Name);

/// <summary>The State Council's calendar of a year as somebody entered it. The newest version of a year counts; older ones stay.</summary>
public sealed class HolidayTable
{
    private HolidayTable() { }

    public HolidayTable(int year, int version, IReadOnlyList<HolidayDay> days, Process process)
    {
        Id = Guid.CreateVersion7();
        (Year, Version) = (year, version);
        Days = JsonSerializer.Serialize(days, JsonSerializerOptions.Web);
        (ActorId, ActorName) = (process.Actor.AccountId ?? Guid.Empty, process.Actor.Name);
        UploadedAt = process.Now;
    }

    public Guid Id { get; private set; }

    public int Year { get; private set; }

    /// <summary>1, 2, 3 … within the year.</summary>
    public int Version { get; private set; }

    public string Days { get; private set; } = "[]";

    public Guid ActorId { get; private set; }

    public string ActorName { get; private set; } = "";

    public DateTime UploadedAt { get; private set; }

    public IReadOnlyList<HolidayDay> ReadDays() => JsonSerializer.Deserialize<HolidayDay[]>(Days, JsonSerializerOptions.Web) ?? [];

    private sealed class Configuration : IEntityTypeConfiguration<HolidayTable>
    {
        public void Configure(EntityTypeBuilder<HolidayTable> entity) =>
            entity.ToTable("holiday_tables").HasIndex(t => new { t.Year, t.Version }).IsUnique();
    }
}

public static class HolidayQueries
{
    extension(AppDb db)
    {
        public DbSet<HolidayTable> HolidayTables => db.Set<HolidayTable>();
    }
}
