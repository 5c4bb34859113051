using System.Diagnostics;
using Beian.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Beian.Tests.Support;

/// <summary>Counts the commands a site sends to its database, and no other site's.</summary>
public sealed class QueryCounter : IDisposable, IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    // Jobs of the site ask the database now and then; of several tries the quietest is what the request itself does.
    private const int Tries = 5;

    private readonly string _source;
    private readonly List<IDisposable> _subscriptions = [];
    private int _count;

    public QueryCounter(TestSite site)
    {
        using var connection = site.Services.GetRequiredService<Database>().Connect();
        _source = connection.ConnectionString;
        _subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
    }

    /// <summary>How many commands a request sends, without those of jobs that happen to run.</summary>
    public async Task<int> CountAsync(Func<Task> request)
    {
        await request(); // what is read once in the life of the site
        var least = int.MaxValue;
        for (var i = 0; i < Tries; i++)
        {
            var before = Volatile.Read(ref _count);
            await request();
            least = Math.Min(least, Volatile.Read(ref _count) - before);
        }
        return least;
    }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name)
            _subscriptions.Add(value.Subscribe(this));
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Key == RelationalEventId.CommandExecuting.Name && value.Value is CommandEventData data)
            if (data.Command.Connection?.ConnectionString == _source)
                Interlocked.Increment(ref _count);
    }

    public void OnCompleted() { }

    public void OnError(Exception error) { }

    public void Dispose()
    {
        foreach (var subscription in _subscriptions)
            subscription.Dispose();
    }
}
