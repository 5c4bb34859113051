using Beian.Web.Data;
using Beian.Web.Features.Filings;
using Beian.Web.Web;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Office.Filings;

/// <summary>The notes beside the fields of a case.</summary>
public sealed class CaseNotes(AppDb db, Vault vault)
{
    // Nobody reads more beside one form.
    private const int MostNotes = 300;

    /// <summary>All of them, oldest first.</summary>
    public async Task<IReadOnlyList<NoteView>> ReadAsync(Filing filing, CancellationToken stop)
    {
        var notes = await db
            .Notes.AsNoTracking()
            .Where(n => n.FilingId == filing.Id)
            .OrderBy(n => n.At)
            .ThenBy(n => n.Id)
            .Take(MostNotes)
            .ToListAsync(stop);
        return notes.ConvertAll(n => new NoteView(n, n.Read(filing, vault)));
    }

    /// <summary>Writes down what was typed beside fields. What the officer wrote there already is not written twice.</summary>
    public void Write(Case found, IEnumerable<KeyValuePair<string, string>> texts, Officer officer, Process process)
    {
        if (found.Notes.Count >= MostNotes)
            throw new Refused(new($"一份备案最多 {MostNotes} 条批注。", $"A filing may have {MostNotes} notes at most."));
        foreach (var (field, text) in texts)
            if (!found.Notes.Any(n => n.Note.IsOpen && n.Note.Field == field && n.Note.OfficerId == officer.AccountId && n.Text == text))
                db.Add(new Note(found.Filing, field, text, vault, officer, process));
    }

    /// <summary>The open notes among some, to be changed.</summary>
    public async Task<IReadOnlyList<Note>> FindOpenAsync(Filing filing, IReadOnlyCollection<Guid> ids, CancellationToken stop) =>
        ids.Count == 0
            ? []
            : await db.Notes.Where(n => n.FilingId == filing.Id && n.SettledAt == null && ids.Contains(n.Id)).ToListAsync(stop);
}
