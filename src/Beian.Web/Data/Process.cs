using System.Text.Json;

namespace Beian.Web.Data;

/// <summary>Who acts, from where.</summary>
/// <param name="AccountId">The account; null for the system and for a visitor without one.</param>
/// <param name="Name">The account's name at the time of acting.</param>
/// <param name="Address">The network address; null for jobs and commands.</param>
/// <param name="AuthorityId">An officer's authority; null for everybody else.</param>
public sealed record Actor(Guid? AccountId, string Name, string? Address, string? AuthorityId = null)
{
    /// <summary>The program itself: jobs and commands.</summary>
    public static Actor System { get; } = new(null, "system", null);
}

/// <summary>One user action: who did what, when and from where. It owns the events of the action and the messages it sends.</summary>
/// <param name="name">What kind of action, as a phrase without spaces (SubmittingFiling).</param>
/// <param name="actor">Who acts.</param>
/// <param name="now">When, in UTC.</param>
public sealed class Process(string name, Actor actor, DateTime now)
{
    private readonly List<Event> _events = [];
    private readonly List<OutboxMessage> _messages = [];

    public Guid Id { get; } = Guid.CreateVersion7();

    public string Name => name;

    public Actor Actor => actor;

    public DateTime Now => now;

    public IReadOnlyList<Event> Events => _events;

    public IReadOnlyList<OutboxMessage> Messages => _messages;

    /// <summary>Records that something happened to a subject. <paramref name="data"/> holds hashes and codes, never personal values.</summary>
    public void Record(string kind, string subjectKind, Guid subjectId, object? data = null) =>
        _events.Add(
            new Event(this, kind, subjectKind, subjectId, data is null ? "{}" : JsonSerializer.Serialize(data, JsonSerializerOptions.Web))
        );

    /// <summary>Puts a message into the outbox; it leaves after the transaction, at least once.</summary>
    public void Send(OutboxMessage message) => _messages.Add(message);
}
