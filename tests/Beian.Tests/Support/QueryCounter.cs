using System.Diagnostics;
using Beian.Web.Data;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Beian.Tests.Support;

/// <summary>Counts the commands a site sends to its database while it answers a request; not those of its jobs, nor any other site's.</summary>
public sealed class QueryCounter : IDisposable, IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    private readonly string _source;
    private readonly IHttpContextAccessor _requests;
    private readonly List<IDisposable> _subscriptions = [];
    private int _count;

    public QueryCounter(TestSite site)
    {
        using var connection = site.Services.GetRequiredService<Database>().Connect();
        _source = connection.ConnectionString;
        _requests = site.Services.GetRequiredService<IHttpContextAccessor>();
        _subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
    }

    /// <summary>How many commands a request sends.</summary>
    public async Task<int> CountAsync(Func<Task> request)
    {
        await request(); // what is read once in the life of the site
        var before = Volatile.Read(ref _count);
        await request();
        return Volatile.Read(ref _count) - before;
    }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name)
            _subscriptions.Add(value.Subscribe(this));
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Key == RelationalEventId.CommandExecuting.Name && value.Value is CommandEventData data)
            if (_requests.HttpContext is not null && data.Command.Connection?.ConnectionString == _source)
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
