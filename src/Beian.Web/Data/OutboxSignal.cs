using System.Threading.Channels;

namespace Beian.Web.Data;

/// <summary>Tells the dispatcher of this process that messages lie in the outbox, so that they leave at once.</summary>
public sealed class OutboxSignal
{
    private readonly Channel<bool> _bell = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }
    );

    /// <summary>There is something to send.</summary>
    public void Ring() => _bell.Writer.TryWrite(true);

    /// <summary>Waits until it rings, or the time is over.</summary>
    public async Task WaitAsync(TimeSpan longest, CancellationToken stop)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(longest);
        try
        {
            await _bell.Reader.ReadAsync(limit.Token);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            // the time is over
        }
    }
}
