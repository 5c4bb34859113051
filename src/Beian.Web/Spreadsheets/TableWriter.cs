namespace Beian.Web.Spreadsheets;

/// <summary>Writes a table row by row into a stream, in memory that does not grow with it. Every cell is text: codes keep their zeros.</summary>
public abstract class TableWriter : IAsyncDisposable
{
    /// <summary>Writes the headings or a row.</summary>
    public abstract Task WriteRowAsync(IReadOnlyList<string> cells, CancellationToken stop);

    /// <summary>Writes what stands at the end. The stream stays open.</summary>
    public abstract Task EndAsync(CancellationToken stop);

    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}
