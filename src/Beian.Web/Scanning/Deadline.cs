namespace Beian.Web.Scanning;

/// <summary>How long a reading may take. Every loop whose length a file decides asks it.</summary>
internal sealed class Deadline(TimeProvider clock, TimeSpan limit, CancellationToken stop)
{
    private readonly long _start = clock.GetTimestamp();

    public bool HasPassed => clock.GetElapsedTime(_start) > limit;

    /// <exception cref="ScanFault">The time is up.</exception>
    /// <exception cref="OperationCanceledException">Nobody waits for it any more.</exception>
    public void Check()
    {
        stop.ThrowIfCancellationRequested();
        if (HasPassed)
            throw new ScanFault(ScanTrouble.TookTooLong, "The time is up.");
    }
}
