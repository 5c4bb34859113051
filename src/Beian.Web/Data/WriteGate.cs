namespace Beian.Web.Data;

/// <summary>
/// SQLite has one writer at a time. Waiting here, in order, is fairer and faster than SQLite's busy polling;
/// on PostgreSQL the gate is open.
/// </summary>
public sealed class WriteGate(DatabaseProvider provider)
{
    private readonly SemaphoreSlim? _writer = provider == DatabaseProvider.Sqlite ? new(1, 1) : null;

    /// <summary>Waits for the turn to write; dispose the result to pass it on.</summary>
    public async ValueTask<Turn> EnterAsync(CancellationToken stop)
    {
        if (_writer is not null)
            await _writer.WaitAsync(stop);
        return new Turn(_writer);
    }

    /// <summary>The turn to write.</summary>
    public readonly struct Turn(SemaphoreSlim? writer) : IDisposable
    {
        public void Dispose() => writer?.Release();
    }
}
