using Beian.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Beian.Web.Features.Register.Import;

/// <summary>How far the reading of a file has come. Written in the transactions of the rows it counts: what was interrupted goes on there.</summary>
public sealed class Import
{
    private Import() { }

    public Import(string service, string fileSha256, string fileName, DateTime now)
    {
        Id = Guid.CreateVersion7();
        Service = service;
        FileSha256 = fileSha256;
        FileName = fileName;
        StartedAt = UpdatedAt = now;
    }

    public Guid Id { get; private set; }

    public string Service { get; private set; } = "";

    /// <summary>The file is known again by its content.</summary>
    public string FileSha256 { get; private set; } = "";

    public string FileName { get; private set; } = "";

    /// <summary>Rows behind the header that are done; concurrency token: of two runs at once one goes on.</summary>
    public long RowsRead { get; private set; }

    /// <summary>Rows that became entries.</summary>
    public long Entered { get; private set; }

    /// <summary>Rows that became filings which wait.</summary>
    public long Pending { get; private set; }

    /// <summary>Rows that were there already.</summary>
    public long Present { get; private set; }

    /// <summary>Rows that were not taken.</summary>
    public long Faulty { get; private set; }

    /// <summary>How long the report of faults was, in bytes, when these rows were done: what is behind it is written anew.</summary>
    public long ReportLength { get; private set; }

    public DateTime StartedAt { get; private set; }

    public DateTime UpdatedAt { get; private set; }

    public DateTime? FinishedAt { get; private set; }

    /// <summary>Counts what was done.</summary>
    public void Advance(ImportCounts done, long reportLength, DateTime now)
    {
        RowsRead += done.Rows;
        Entered += done.Entered;
        Pending += done.Pending;
        Present += done.Present;
        Faulty += done.Faulty;
        (ReportLength, UpdatedAt) = (reportLength, now);
    }

    public void Finish(DateTime now) => FinishedAt = UpdatedAt = now;

    private sealed class Configuration : IEntityTypeConfiguration<Import>
    {
        public void Configure(EntityTypeBuilder<Import> entity)
        {
            entity.ToTable("imports").HasIndex(i => new { i.Service, i.FileSha256 }).IsUnique();
            entity.Property(i => i.RowsRead).IsConcurrencyToken();
        }
    }
}

/// <summary>What became of rows.</summary>
public record struct ImportCounts(long Rows, long Entered, long Pending, long Present, long Faulty)
{
    public readonly ImportCounts And(ImportCounts other) =>
        new(Rows + other.Rows, Entered + other.Entered, Pending + other.Pending, Present + other.Present, Faulty + other.Faulty);
}

public static class ImportQueries
{
    extension(AppDb db)
    {
        public DbSet<Import> Imports => db.Set<Import>();
    }
}
