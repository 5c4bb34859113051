using Beian.Web.Authorities;
using Beian.Web.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Filings;

/// <summary>One filing at a glance: where it stands, who must act next and by when, and what happened.</summary>
public sealed class IndexModel(
    AppDb db,
    Filer filer,
    Catalogue.Catalogue catalogue,
    AuthorityTree authorities,
    FindEntryNumbers findNumbers
) : FilingPage(db, filer, catalogue, authorities)
{
    private const int MostEvents = 100;

    /// <summary>The newest decision; null before the first.</summary>
    public Decision? Decision { get; private set; }

    public IReadOnlyList<Event> History { get; private set; } = [];

    public IReadOnlyList<OutboxMessage> Mails { get; private set; } = [];

    public IReadOnlyList<Attachment> Attachments { get; private set; } = [];

    /// <summary>The numbers given at the approval; null before.</summary>
    public EntryNumbers? Numbers { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (await FindAsync(id, stop) is { } refusal)
            return refusal;
        Decision = await Db.Decisions.AsNoTracking().Where(d => d.FilingId == id).OrderByDescending(d => d.At).FirstOrDefaultAsync(stop);
        History = await Db
            .Events.AsNoTracking()
            .Where(e => e.SubjectId == id && e.SubjectKind == "filing")
            .OrderByDescending(e => e.Id)
            .Take(MostEvents)
            .ToListAsync(stop);
        Mails = await Db.Outbox.AsNoTracking().Where(m => m.SubjectId == id).OrderByDescending(m => m.CreatedAt).Take(5).ToListAsync(stop);
        Attachments = await Db.AttachmentsOf(id).AsNoTracking().ToListAsync(stop);
        if (Filing.State == FilingState.Approved)
            Numbers = await findNumbers(Db, id, stop);
        return Page();
    }

    /// <summary>A field's label by its code, or an attachment's.</summary>
    public Definitions.LocalizedText LabelOf(string code) =>
        Pack.Form.Find(code)?.Label ?? Pack.Service.Attachments.FirstOrDefault(a => a.Code == code)?.Label ?? new(code, code);
}
