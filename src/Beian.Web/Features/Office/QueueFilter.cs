using System.Globalization;
using System.Text;
using Beian.Web.Authorities;
using Beian.Web.Features.Filings;
using Beian.Web.Features.Shared;
using Beian.Web.Web;

namespace Beian.Web.Features.Office;

/// <summary>What a ledger is narrowed down to, as the address says it. What cannot be read is told and left out.</summary>
public sealed class QueueFilter
{
    private readonly List<ErrorLine> _problems = [];

    public QueueFilter(IQueryCollection query, Jurisdiction jurisdiction, Texts t)
    {
        State = StateWords.Ledgers.FirstOrDefault(s => s.Code() == (string?)query["state"], FilingState.Submitted);
        Text = ((string?)query["q"] ?? "").Normalize(NormalizationForm.FormKC).Trim();
        if (Text.Length > 100)
            Text = Text[..100];
        Late = query["late"] == "true" && State == FilingState.Submitted;
        AuthorityId = (string?)query["authority"] ?? "";
        if (AuthorityId.Length > 0 && !jurisdiction.Includes(AuthorityId))
        {
            _problems.Add(new("authority", t["没有这个机关，或不在您的管辖范围内。", "There is no such authority in your jurisdiction."]));
            AuthorityId = "";
        }
        (FromText, From) = Date(query, "from", t);
        (ToText, To) = Date(query, "to", t);
    }

    public FilingState State { get; }

    /// <summary>A part of the name, or a whole code or number.</summary>
    public string Text { get; }

    /// <summary>One authority of the jurisdiction; empty: all.</summary>
    public string AuthorityId { get; }

    public string FromText { get; }

    public string ToText { get; }

    /// <summary>Received from and to these days.</summary>
    public DateOnly? From { get; }

    public DateOnly? To { get; }

    public bool Late { get; }

    public IReadOnlyList<ErrorLine> Problems => _problems;

    public bool IsNarrow => Text.Length > 0 || AuthorityId.Length > 0 || From is not null || To is not null || Late;

    /// <summary>The filter without its state and <see cref="Late"/>, which only filings that wait can be.</summary>
    public IQueryable<Filing> Narrow(IQueryable<Filing> filings)
    {
        if (AuthorityId.Length > 0)
            filings = filings.Where(f => f.AuthorityId == AuthorityId);
        if (Text.Length > 0)
        {
            var code = Text.ToUpperInvariant();
            var (key, parts) = (Subject.KeyOf(code), Subject.KeysOf(code));
            filings = filings.Where(f =>
                f.SubjectName.Contains(Text) || f.CodeKey == key || f.CodeKey.StartsWith(parts) || f.Number == Text
            );
        }
        if (From is { } from && ChinaTime.StartOf(from) is var since)
            filings = filings.Where(f => f.SubmittedAt >= since);
        if (To is { } to && ChinaTime.StartOf(to.AddDays(1)) is var until)
            filings = filings.Where(f => f.SubmittedAt < until);
        return filings;
    }

    /// <summary>The address of this ledger, in another state or on another page.</summary>
    public string Link(FilingState state, string? place = null)
    {
        var query = new QueryString().Add("state", state.Code());
        if (Text.Length > 0)
            query = query.Add("q", Text);
        if (AuthorityId.Length > 0)
            query = query.Add("authority", AuthorityId);
        if (FromText.Length > 0)
            query = query.Add("from", FromText);
        if (ToText.Length > 0)
            query = query.Add("to", ToText);
        if (Late && state == FilingState.Submitted)
            query = query.Add("late", "true");
        return Links.OfficeQueue + query + place;
    }

    private (string Text, DateOnly? Day) Date(IQueryCollection query, string name, Texts t)
    {
        var text = ((string?)query[name] ?? "").Trim();
        if (text.Length == 0)
            return ("", null);
        // Far from the ends of the calendar, so that the day after is a date too.
        if (
            DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && day.Year is > 1900 and < 9000
        )
            return (text, day);
        _problems.Add(new(name, t["日期请写成 2026-01-31 的样子。", "Please write the date as 2026-01-31."]));
        return ("", null);
    }
}
