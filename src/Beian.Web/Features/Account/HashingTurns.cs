namespace Beian.Web.Features.Account;

/// <summary>
/// Lets only half of the processors hash passwords at once. A hash is slow on purpose; a storm of sign-ins waits here in line, and whoever searches or saves
/// meanwhile goes on as if nothing were. The line has an end: who comes after it is told so at once.
/// </summary>
public sealed class HashingTurns(int mostWaiting) : IDisposable
{
    /// <summary>At a tenth of a second each, on one processor, the last of them waits for a minute.</summary>
    public const int MostWaiting = 600;

    private readonly SemaphoreSlim _turns = new(Math.Max(1, Environment.ProcessorCount / 2));
    private int _waiting;

    /// <summary>Runs something that hashes, when it is its turn.</summary>
    /// <returns>Its result; null: too many wait already.</returns>
    public async Task<T?> RunAsync<T>(Func<T> hash, CancellationToken stop)
        where T : struct
    {
        try
        {
            if (Interlocked.Increment(ref _waiting) > mostWaiting)
                return null;
            await _turns.WaitAsync(stop);
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
        try
        {
            return await Task.Run(hash, CancellationToken.None);
        }
        finally
        {
            _turns.Release();
        }
    }

    public void Dispose() => _turns.Dispose();
}
