using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Beian.Definitions.Answers;

namespace Beian.Web.Features.Filings;

/// <summary>
/// What a revision keeps of the context it was judged with, so that it never judges itself anew: the day, the way, the files that were there,
/// the parities, the fields that were left as registered, and answers from outside with where they came from. The names of offices stand
/// among the answers themselves.
/// </summary>
public sealed record StoredContext(
    DateOnly Today,
    string Route,
    string Kind,
    IReadOnlyList<string> Attachments,
    string AuthorityPrefix,
    IReadOnlyDictionary<string, StoredContext.Source>? Outside = null,
    Parities? Parities = null,
    IReadOnlyList<string>? Kept = null
)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <param name="Origin">Where the answers came from.</param>
    public sealed record Source(string Origin, IReadOnlyDictionary<string, string> Answers);

    public static string Write(EvaluationContext context) =>
        JsonSerializer.Serialize(
            new StoredContext(
                context.Today,
                context.Route,
                context.Kind,
                [.. context.Attachments.Order(StringComparer.Ordinal)],
                context.AuthorityPrefix,
                context.Outside.Count == 0
                    ? null
                    : context.Outside.ToDictionary(o => o.Key, o => new Source(o.Value.Origin, o.Value.Answers.ToDictionary())),
                context.Parities,
                context.Kept.Count == 0 ? null : [.. context.Kept.Order(StringComparer.Ordinal)]
            ),
            Options
        );

    public static EvaluationContext Read(string json)
    {
        var stored = JsonSerializer.Deserialize<StoredContext>(json, Options)!;
        return new(stored.Today, stored.Route, stored.Kind, stored.Attachments.ToHashSet(StringComparer.Ordinal), stored.AuthorityPrefix)
        {
            Kept = (stored.Kept ?? []).ToHashSet(StringComparer.Ordinal),
            Outside = (stored.Outside ?? new Dictionary<string, Source>()).ToDictionary(
                o => o.Key,
                o => new OutsideAnswers(o.Value.Origin, AnswerSet.From(o.Value.Answers))
            ),
            Parities = stored.Parities,
        };
    }
}
