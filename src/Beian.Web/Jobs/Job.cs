using System.Text.Json;
using Beian.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Beian.Web.Jobs;

/// <summary>How far a job has come.</summary>
public enum JobState
{
    Waiting,
    Running,
    Done,
    Failed,
}

/// <summary>Work that takes longer than a request: asked for by somebody, done by one node, its progress there for all to see.</summary>
public sealed class Job
{
    /// <summary>A worker that says nothing for so long is taken for dead, and another one begins anew.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(45);

    private const int MostAttempts = 3;

    private Job() { }

    /// <param name="kind">The name of its <see cref="JobKind"/>.</param>
    /// <param name="data">What the kind needs to know; no secrets.</param>
    public Job(string kind, object data, Process process)
    {
        Id = Guid.CreateVersion7();
        Kind = kind;
        AccountId = process.Actor.AccountId;
        ActorName = process.Actor.Name;
        Data = JsonSerializer.Serialize(data, JsonSerializerOptions.Web);
        CreatedAt = process.Now;
        LeaseUntil = process.Now;
    }

    public Guid Id { get; private set; }

    public string Kind { get; private set; } = "";

    /// <summary>Who asked for it; nobody else sees it or what comes of it.</summary>
    public Guid? AccountId { get; private set; }

    public string ActorName { get; private set; } = "";

    public string Data { get; private set; } = "{}";

    public JobState State { get; private set; } = JobState.Waiting;

    /// <summary>How many parts are done, and of how many; null: not counted yet.</summary>
    public int Progress { get; private set; }

    public int? Total { get; private set; }

    public int Attempts { get; private set; }

    /// <summary>Which worker has it; concurrency token: who lost it can no longer write to it.</summary>
    public Guid? ClaimId { get; private set; }

    /// <summary>Until when the worker must have been heard of; of a waiting one, not before then is it begun.</summary>
    public DateTime LeaseUntil { get; private set; }

    public DateTime CreatedAt { get; private set; }

    public DateTime? FinishedAt { get; private set; }

    /// <summary>When what came of it is taken away.</summary>
    public DateTime? ExpiresAt { get; private set; }

    /// <summary>JSON of what came of it, as its kind reads it.</summary>
    public string? Result { get; private set; }

    /// <summary>Whether it is over, one way or the other.</summary>
    public bool IsOver => State is JobState.Done or JobState.Failed;

    public T Read<T>() => JsonSerializer.Deserialize<T>(Data, JsonSerializerOptions.Web)!;

    public T? ReadResult<T>()
        where T : class => Result is null ? null : JsonSerializer.Deserialize<T>(Result, JsonSerializerOptions.Web);

    /// <summary>A worker takes it; after several that did not come to an end it fails instead.</summary>
    /// <returns>Whether it is to be done now.</returns>
    internal bool Claim(DateTime now)
    {
        if (Attempts >= MostAttempts)
        {
            Fail(now);
            return false;
        }
        (ClaimId, State, LeaseUntil) = (Guid.CreateVersion7(), JobState.Running, now + Lease);
        (Progress, Total) = (0, null);
        Attempts++;
        return true;
    }

    /// <summary>The worker stops in order and leaves it to the next one.</summary>
    internal void Release(DateTime now)
    {
        (ClaimId, State, LeaseUntil) = (null, JobState.Waiting, now);
        Attempts--;
    }

    /// <summary>It went wrong: again in a while, or not at all.</summary>
    internal void Stumble(DateTime now)
    {
        if (Attempts >= MostAttempts)
            Fail(now);
        else
            (ClaimId, State, LeaseUntil) = (null, JobState.Waiting, now + Lease);
    }

    internal void Finish(object result, int count, DateTime now, DateTime expiresAt)
    {
        (ClaimId, State, FinishedAt, ExpiresAt) = (null, JobState.Done, now, expiresAt);
        (Progress, Total) = (count, count);
        Result = JsonSerializer.Serialize(result, JsonSerializerOptions.Web);
    }

    /// <summary>重试: begins anew what failed.</summary>
    public void Retry(DateTime now)
    {
        if (State != JobState.Failed)
            return;
        (State, Attempts, LeaseUntil, FinishedAt, ExpiresAt) = (JobState.Waiting, 0, now, null, null);
        (Progress, Total) = (0, null);
    }

    private void Fail(DateTime now) => (ClaimId, State, FinishedAt, ExpiresAt) = (null, JobState.Failed, now, now + TimeSpan.FromDays(7));

    private sealed class Configuration : IEntityTypeConfiguration<Job>
    {
        public void Configure(EntityTypeBuilder<Job> entity)
        {
            entity.ToTable("jobs");
            entity.Property(j => j.ClaimId).IsConcurrencyToken();
            entity.HasIndex(j => new { j.State, j.LeaseUntil });
            entity.HasIndex(j => new { j.AccountId, j.Id });
            entity.HasIndex(j => j.ExpiresAt);
        }
    }
}

public static class JobQueries
{
    extension(AppDb db)
    {
        public DbSet<Job> Jobs => db.Set<Job>();
    }
}
