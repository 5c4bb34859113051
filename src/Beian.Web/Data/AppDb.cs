using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Beian.Web.Data;

/// <summary>
/// The one model on both databases. It knows no entity by name: each room brings its own with an
/// <see cref="IEntityTypeConfiguration{T}"/> beside the entity and reaches it through an extension property.
/// </summary>
public sealed class AppDb(DbContextOptions<AppDb> options, Projections projections, WriteGate gate, OutboxSignal signal)
    : DbContext(options)
{
    /// <summary>The user's action: its change, its events, what follows from them and its outbox rows, all or nothing.</summary>
    /// <exception cref="DbUpdateConcurrencyException">Somebody else changed the same thing first.</exception>
    public Task SaveAsync(Process process, CancellationToken stop) => SaveAsync([process], stop);

    /// <summary>Several actions in one transaction, in their order (demo data, imports).</summary>
    /// <exception cref="DbUpdateConcurrencyException">Somebody else changed the same thing first.</exception>
    public async Task SaveAsync(IReadOnlyList<Process> processes, CancellationToken stop)
    {
        using var turn = await gate.EnterAsync(stop);
        await using var transaction = await Database.BeginTransactionAsync(stop);
        foreach (var process in processes)
        {
            foreach (var projection in projections.All)
                await projection.ApplyAsync(this, process, stop);
            AddRange(process.Events);
            AddRange(process.Messages);
        }
        await SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        if (processes.Any(p => p.Messages.Count > 0))
            signal.Ring();
    }

    /// <summary>
    /// Holds every other node off what has the same <paramref name="key"/> until this transaction ends.
    /// On SQLite the transaction alone does that: only one can write.
    /// </summary>
    public async Task LockAsync(long key, CancellationToken stop)
    {
        if (Database.IsNpgsql())
            await Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({key})", stop);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        // Indexes are those of the migrations, written by hand for the queries there are.
        configurationBuilder.Conventions.Remove<ForeignKeyIndexConvention>();
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(AppDb).Assembly);
        foreach (var entity in modelBuilder.Model.GetEntityTypes())
        foreach (var property in entity.GetProperties())
            property.SetColumnName(SnakeCase(property.Name));
    }

    /// <summary>SubjectCode → subject_code: the columns of the hand-written migrations.</summary>
    internal static string SnakeCase(string name) =>
        string.Concat(name.Select((c, i) => char.IsUpper(c) ? (i > 0 ? "_" : "") + char.ToLowerInvariant(c) : $"{c}"));

    /// <summary>Times are UTC in both databases and come back as UTC.</summary>
    private sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(t => t, t => DateTime.SpecifyKind(t, DateTimeKind.Utc));
}
