using System.Text.Json;
using Beian.Web.Data;

namespace Beian.Web.Channels;

/// <summary>Makes a mail from an outbox row, when it leaves.</summary>
public abstract class MailTemplate
{
    /// <summary>The name by which outbox rows call it.</summary>
    public abstract string Name { get; }

    /// <summary>Writes the mail from the row's data.</summary>
    public abstract Letter Write(string data);
}

/// <summary>A template whose data have a shape.</summary>
public abstract class MailTemplate<TData> : MailTemplate
{
    public sealed override Letter Write(string data) => Write(JsonSerializer.Deserialize<TData>(data, JsonSerializerOptions.Web)!);

    protected abstract Letter Write(TData mail);
}

/// <summary>The templates there are, by name.</summary>
public sealed class MailTemplates(IEnumerable<MailTemplate> all)
{
    private readonly Dictionary<string, MailTemplate> _byName = all.ToDictionary(t => t.Name);

    public IEnumerable<string> Names => _byName.Keys;

    /// <summary>Writes the mail of an outbox row.</summary>
    public Letter Write(OutboxMessage message) =>
        _byName.TryGetValue(message.Template, out var template)
            ? template.Write(message.Data)
            : throw new InvalidOperationException($"There is no mail template {message.Template}.");
}
