namespace Beian.Tests.Support;

/// <summary>A clock that a test sets. Until it does, it goes with the real one; timers and delays always do.</summary>
public sealed class FakeClock : TimeProvider
{
    private readonly Lock _lock = new();
    private TimeSpan _offset;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
            return System.GetUtcNow() + _offset;
    }

    /// <summary>Makes it this moment; from here the clock goes on.</summary>
    public void Set(DateTimeOffset moment)
    {
        lock (_lock)
            _offset = moment - System.GetUtcNow();
    }

    /// <summary>Moves the clock on (or back, with a negative span).</summary>
    public void Advance(TimeSpan span)
    {
        lock (_lock)
            _offset += span;
    }
}
