using Beian.Web.Data;

namespace Beian.Web.Jobs;

/// <summary>One kind of long work. What it does can be begun anew at any time: a worker may die in the middle of it.</summary>
public abstract class JobKind
{
    /// <summary>Its name, as <see cref="Job.Kind"/> has it.</summary>
    public abstract string Name { get; }

    /// <summary>Does the work outside of any transaction.</summary>
    /// <param name="services">Scoped services of this run.</param>
    public abstract Task<JobOutcome> RunAsync(Job job, JobProgress progress, IServiceProvider services, CancellationToken stop);
}

/// <summary>The kinds of jobs; the list stands in Hosting.</summary>
public sealed record JobKinds(IReadOnlyList<JobKind> All);

/// <summary>What came of a job.</summary>
/// <param name="Result">What its kind reads again from <see cref="Job.Result"/>.</param>
/// <param name="Count">How many parts there were.</param>
/// <param name="ExpiresAt">When the result is taken away.</param>
/// <param name="Record">Records what happened, in the transaction that ends the job.</param>
public sealed record JobOutcome(object Result, int Count, DateTime ExpiresAt, Action<Process> Record);
