using System.Collections.Concurrent;

namespace Beian.Web.Web.Captcha;

/// <summary>
/// The tokens already checked, in this node's memory. Beyond the capacity the oldest is forgotten: whoever spends that
/// many to use one again has gained nothing.
/// </summary>
public sealed class SpentTokens
{
    private const int Capacity = 200_000;

    private readonly ConcurrentDictionary<long, bool> _spent = new();
    private readonly ConcurrentQueue<long> _order = new();

    /// <summary>True the first time.</summary>
    public bool Spend(long nonce)
    {
        if (!_spent.TryAdd(nonce, true))
            return false;

        _order.Enqueue(nonce);
        if (_order.Count > Capacity && _order.TryDequeue(out var oldest))
            _spent.TryRemove(oldest, out _);

        return true;
    }
}
