using Beian.Definitions.Fields;
using Beian.Web.Features.Filings;
using Beian.Web.Features.Shared;
using Beian.Web.Web;

namespace Beian.Web.Features.Office;

/// <summary>What a ledger is narrowed down to, as the address says it. What cannot be read is told and left out.</summary>
public sealed class QueueFilter
{
    private readonly List<ErrorLine> _problems = [];

    private readonly Guid _officer;

    public QueueFilter(IQueryCollection query, Desk desk, Texts t)
    {
        _officer = desk.Officer.AccountId;
        State = StateWords.Ledgers.FirstOrDefault(s => s.Code() == (string?)query["state"], FilingState.Submitted);
        Text = PlainText.Sought(query["q"], 100);
        Due = Word(query, "due", "today", "late");
        if (query["late"] == "true")
            Due = "late";
        Round = Word(query, "round", "first", "again");
        Mine = query["mine"] == "true";
        AuthorityId = (string?)query["authority"] ?? "";
        if (AuthorityId.Length > 0 && !desk.Jurisdiction.Includes(AuthorityId))
        {
            _problems.Add(new("authority", t["没有这个机关，或不在您的管辖范围内。", "There is no such authority in your jurisdiction."]));
            AuthorityId = "";
        }
        Received = Days.Read(query, "from", "to", _problems, t);
    }

    public FilingState State { get; }

    /// <summary>A part of the name, or a whole code or number.</summary>
    public string Text { get; }

    /// <summary>One authority of the jurisdiction; empty: all.</summary>
    public string AuthorityId { get; }

    public Days Received { get; }

    /// <summary>Of those that wait: <c>today</c> due today, <c>late</c> overdue; empty: all.</summary>
    public string Due { get; }

    /// <summary>Of those that wait: <c>first</c> never returned, <c>again</c> back after a return; empty: all.</summary>
    public string Round { get; }

    /// <summary>Only those assigned to this officer.</summary>
    public bool Mine { get; }

    public IReadOnlyList<ErrorLine> Problems => _problems;

    public bool IsNarrow => Text.Length > 0 || AuthorityId.Length > 0 || Received != Days.All || Due.Length > 0 || Round.Length > 0 || Mine;

    /// <summary>Whether the count of a tab is not that of its rows: <see cref="Due"/> and <see cref="Round"/> hold for filings that wait only.</summary>
    public bool NarrowsWaiting => State == FilingState.Submitted && (Due.Length > 0 || Round.Length > 0);

    /// <summary>What the ledger shows.</summary>
    public IQueryable<Filing> Rows(IQueryable<Filing> filings, DateOnly today)
    {
        filings = Narrow(filings).Where(f => f.State == State);
        if (!NarrowsWaiting)
            return filings;
        filings = Due switch
        {
            "today" => filings.Where(f => f.DueOn == today),
            "late" => filings.Where(f => f.DueOn < today),
            _ => filings,
        };
        return Round switch
        {
            "first" => filings.Where(f => f.Returns == 0),
            "again" => filings.Where(f => f.Returns > 0),
            _ => filings,
        };
    }

    /// <summary>The filter without its state and what only filings that wait can be.</summary>
    public IQueryable<Filing> Narrow(IQueryable<Filing> filings)
    {
        if (AuthorityId.Length > 0)
            filings = filings.Where(f => f.AuthorityId == AuthorityId);
        if (Mine)
            filings = filings.Where(f => f.AssignedToId == _officer);
        if (Text.Length > 0)
        {
            var code = Text.ToUpperInvariant();
            var (key, parts) = (Subject.KeyOf(code), Subject.KeysOf(code));
            filings = filings.Where(f =>
                f.SubjectName.Contains(Text) || f.CodeKey == key || f.CodeKey.StartsWith(parts) || f.Number == Text
            );
        }
        if (Received.Since is { } since)
            filings = filings.Where(f => f.SubmittedAt >= since);
        if (Received.Until is { } until)
            filings = filings.Where(f => f.SubmittedAt < until);
        return filings;
    }

    /// <summary>The address of this ledger, in another state or on another page.</summary>
    public string Link(FilingState state, string? place = null) => Links.OfficeQueue + Query(state) + place;

    /// <summary>The same as the end of an address: a case opened from a ledger takes it along.</summary>
    public QueryString Query(FilingState state) => QueryString.Create(Parts(state));

    /// <summary>The same in names and values.</summary>
    public IEnumerable<KeyValuePair<string, string?>> Parts(FilingState state)
    {
        var waits = state == FilingState.Submitted;
        (string Name, string Value)[] parts =
        [
            ("state", state.Code()),
            ("q", Text),
            ("authority", AuthorityId),
            ("from", Received.FromText),
            ("to", Received.ToText),
            ("due", waits ? Due : ""),
            ("round", waits ? Round : ""),
            ("mine", Mine ? "true" : ""),
        ];
        return parts.Where(p => p.Value.Length > 0).Select(p => KeyValuePair.Create(p.Name, (string?)p.Value));
    }

    private static string Word(IQueryCollection query, string name, params string[] words) =>
        words.FirstOrDefault(w => w == (string?)query[name]) ?? "";
}
