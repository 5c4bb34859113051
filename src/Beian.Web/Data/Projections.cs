namespace Beian.Web.Data;

/// <summary>What follows from the events of an action in the same transaction (register entry, obligation …).</summary>
public abstract class Projection
{
    /// <summary>Looks at the events of <paramref name="process"/> and changes what depends on them; may record further events.</summary>
    public abstract Task ApplyAsync(AppDb db, Process process, CancellationToken stop);
}

/// <summary>The projections in the order in which they run; the list stands in Program.</summary>
public sealed record Projections(IReadOnlyList<Projection> All);
