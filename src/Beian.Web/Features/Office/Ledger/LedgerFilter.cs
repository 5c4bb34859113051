using System.Text;
using Beian.Definitions.Fields;
using Beian.Definitions.Packs;
using Beian.Web.Authorities;
using Beian.Web.Features.Filings;
using Beian.Web.Features.Register;
using Beian.Web.Features.Register.Search;
using Beian.Web.Features.Shared;
using Beian.Web.Web;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Office.Ledger;

/// <summary>Which ledger is looked at and what it is narrowed down to, as the address says it. What cannot be read is told and left out.</summary>
public sealed class LedgerFilter
{
    private readonly List<ErrorLine> _problems = [];
    private readonly Jurisdiction _jurisdiction;

    public LedgerFilter(IQueryCollection query, Jurisdiction jurisdiction, IReadOnlyList<Pack> packs, Texts t)
    {
        _jurisdiction = jurisdiction;
        Pack = packs.FirstOrDefault(p => p.Code == (string?)query["service"]) ?? packs[0];
        OfFilings = query["of"] == "filings";
        if (OfFilings)
            FilingState = States.Cast<FilingState?>().FirstOrDefault(s => s!.Value.Code() == (string?)query["state"]);
        else
            EntryState = Enum.GetValues<EntryState>().Cast<EntryState?>().FirstOrDefault(s => CodeOf(s!.Value) == (string?)query["state"]);
        Kind = OfFilings ? Pack.Lifecycle.Kinds.FirstOrDefault(k => k.Code == (string?)query["kind"])?.Code ?? "" : "";
        Text = PlainText.Sought(query["q"], 100);
        AuthorityId = (string?)query["authority"] ?? "";
        if (AuthorityId.Length > 0 && !jurisdiction.Includes(AuthorityId))
        {
            _problems.Add(new("authority", t["没有这个机关，或不在您的管辖范围内。", "There is no such authority in your jurisdiction."]));
            AuthorityId = "";
        }
        Submitted = OfFilings ? Days.Read(query, "submittedFrom", "submittedTo", _problems, t) : Days.All;
        Approved = Days.Read(query, "approvedFrom", "approvedTo", _problems, t);
    }

    /// <summary>The states a filing in the ledger can be in: drafts are nobody's business but the filer's.</summary>
    public static IReadOnlyList<FilingState> States => StateWords.Ledgers;

    public Pack Pack { get; }

    /// <summary>Filings with their way through the offices; otherwise the entries, which are what holds.</summary>
    public bool OfFilings { get; }

    public FilingState? FilingState { get; }

    public EntryState? EntryState { get; }

    /// <summary>The kind of filing (变更 …); empty: all.</summary>
    public string Kind { get; }

    /// <summary>A part of the name, or a whole code or number.</summary>
    public string Text { get; }

    /// <summary>One authority of the jurisdiction; empty: all.</summary>
    public string AuthorityId { get; }

    public Days Submitted { get; }

    /// <summary>Of entries: the date of the version that holds; of filings: of the decision.</summary>
    public Days Approved { get; }

    public IReadOnlyList<ErrorLine> Problems => _problems;

    public bool IsNarrow => Query("").Value != Bare;

    /// <summary>The ledger without what narrows it down.</summary>
    public string Bare => $"?service={Uri.EscapeDataString(Pack.Code)}" + (OfFilings ? "&of=filings" : "");

    public static string CodeOf(EntryState state) => state.ToString().ToLowerInvariant();

    /// <summary>The filter as the address has it, with a place in the list behind it.</summary>
    public QueryString Query(string place)
    {
        var query = new StringBuilder(Bare);
        Add("state", FilingState?.Code() ?? (EntryState is { } state ? CodeOf(state) : ""));
        Add("kind", Kind);
        Add("authority", AuthorityId);
        Add("q", Text);
        Add("submittedFrom", Submitted.FromText);
        Add("submittedTo", Submitted.ToText);
        Add("approvedFrom", Approved.FromText);
        Add("approvedTo", Approved.ToText);
        return new(query.Append(place).ToString());

        void Add(string name, string value)
        {
            if (value.Length > 0)
                query.Append('&').Append(name).Append('=').Append(Uri.EscapeDataString(value));
        }
    }

    /// <param name="candidates">Of the service, the only entries that the text can mean; null: any.</param>
    public IQueryable<RegisterEntry> Narrow(IQueryable<RegisterEntry> entries, long[]? candidates)
    {
        // Not both: with the service beside them SQLite would look every id up again for each office.
        entries = candidates is null
            ? entries.Where(e => e.Service == Pack.Code)
            : entries.Where(e => EF.Parameter(candidates).Contains(e.Id));
        if (Offices() is { } ids)
            entries = ids is [var one] ? entries.Where(e => e.AuthorityId == one) : entries.Where(e => ids.Contains(e.AuthorityId));
        if (EntryState is { } state)
            entries = entries.Where(e => e.State == state);
        if (Text.Length > 0)
        {
            var code = CodeIn(Text);
            var (key, parts) = (Subject.KeyOf(code), Subject.KeysOf(code));
            entries = entries.Where(e =>
                e.Name.Contains(Text) || e.CodeKey == key || e.CodeKey.StartsWith(parts) || e.Number == code || e.Code == code
            );
        }
        if (Approved.Since is { } since)
            entries = entries.Where(e => e.ApprovedAt >= since);
        if (Approved.Until is { } until)
            entries = entries.Where(e => e.ApprovedAt < until);
        return entries;
    }

    public IQueryable<Filing> Narrow(IQueryable<Filing> filings)
    {
        filings = filings.Where(f => f.Service == Pack.Code && f.Revision > 0);
        if (Offices() is { } ids)
            filings = ids is [var one] ? filings.Where(f => f.AuthorityId == one) : filings.Where(f => ids.Contains(f.AuthorityId));
        if (FilingState is { } state)
            filings = filings.Where(f => f.State == state);
        if (Kind.Length > 0)
            filings = filings.Where(f => f.Kind == Kind);
        if (Text.Length > 0)
        {
            var code = CodeIn(Text);
            var (key, parts) = (Subject.KeyOf(code), Subject.KeysOf(code));
            filings = filings.Where(f =>
                f.SubjectName.Contains(Text) || f.CodeKey == key || f.CodeKey.StartsWith(parts) || f.Number == code
            );
        }
        if (Submitted.Since is { } sentSince)
            filings = filings.Where(f => f.SubmittedAt >= sentSince);
        if (Submitted.Until is { } sentUntil)
            filings = filings.Where(f => f.SubmittedAt < sentUntil);
        if (Approved.Since is { } since)
            filings = filings.Where(f => f.DecidedAt >= since);
        if (Approved.Until is { } until)
            filings = filings.Where(f => f.DecidedAt < until);
        return filings;
    }

    // What cannot be a code is compared as something no code is.
    private static string CodeIn(string text) => SearchText.Code(text) is { Length: > 0 } code ? code : "-";

    /// <summary>The offices whose ledgers are read; null: all of the country.</summary>
    private IReadOnlyList<string>? Offices() =>
        AuthorityId.Length > 0 ? [AuthorityId]
        : _jurisdiction.IsEverything ? null
        : _jurisdiction.Ids;
}
