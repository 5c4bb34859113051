using System.Security.Cryptography;
using Beian.Definitions.Answers;
using Beian.Definitions.Fields;
using Beian.Definitions.Packs;
using Beian.Web.Authorities;
using Beian.Web.Data;
using Beian.Web.Web;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Filings.Kinds;

/// <summary>变更 and the others: makes a filing from the version in force, with its answers and files. An entry has one open filing at most.</summary>
public sealed class KindStart(
    AppDb db,
    Vault vault,
    Catalogue.Catalogue catalogue,
    AuthorityTree authorities,
    EntryAnswers registered,
    FindEntryInForce findEntry,
    FindFilingStandings findStandings,
    Filer filer
)
{
    /// <param name="source">The approved filing that made the version in force.</param>
    /// <returns>The new filing, or the one that is open already; null where the service has no such kind.</returns>
    /// <exception cref="Refused">The entry ended, or another filing made the version in force.</exception>
    public async Task<(Guid Id, bool IsNew)?> StartAsync(Filing source, string kindCode, CancellationToken stop)
    {
        if (catalogue.Find(source.Service) is not { } pack || Kind(pack, kindCode) is not { } kind)
            return null;
        var standing = (await FilingStanding.ReadAsync(db, findStandings, [source.Id], stop)).GetValueOrDefault(source.Id);
        if (standing is null)
            throw new Refused(new("这份备案没有有效的登记，不能办理。", "This filing has no valid entry."));
        if (standing.Open is { } open)
            return (open.Id, false);
        if (standing.Ended is { } ended)
            throw new Refused(new($"这份登记{ended.Zh}，不能再办理{kind.Label.Zh}。", $"This entry is {ended.En.ToLowerInvariant()}."));
        if (!standing.InForce)
            throw new Refused(
                new(
                    "这份登记已有更新的版本，请从最近一次批准的备案办理。",
                    "There is a newer version of this entry; please start from the filing approved last."
                )
            );
        try
        {
            return (await MakeAsync(source, standing.EntryId, pack, kind, stop), true);
        }
        catch (DbUpdateException)
        {
            // A double click: the other request was first, and an entry has one open filing.
            db.ChangeTracker.Clear();
            if (
                await db.OpenFilings.Where(f => f.EntryId == standing.EntryId).Select(f => (Guid?)f.Id).FirstOrDefaultAsync(stop) is
                { } there
            )
                return (there, false);
            throw;
        }
    }

    /// <summary>A kind that the filer may start from an entry; null where there is none of that code.</summary>
    public static FilingKind? Kind(Pack pack, string code) =>
        pack.Lifecycle.Find(code) is { StartsFromEntry: true, Starts: KindStarter.Filer } kind ? kind : null;

    private async Task<Guid> MakeAsync(Filing source, Guid entryId, Pack current, FilingKind kind, CancellationToken stop)
    {
        var entry = (await findEntry(db, entryId, stop))!;
        var pack = current.For(kind.Code);
        var process = filer.Begin("StartingFromEntry");
        var filing = new Filing(
            Guid.CreateVersion7(),
            pack,
            kind.Code,
            pack.Service.Routes.Any(r => r.Code == source.Route) ? source.Route : pack.Service.Routes[0].Code,
            authorities[entry.AuthorityId],
            RandomNumberGenerator.GetString("0123456789", 16),
            source.OwnerId,
            null,
            source.SubjectKey,
            process.Now,
            entry
        );
        db.Add(filing);
        process.Record(
            "FilingStarted",
            "filing",
            filing.Id,
            new
            {
                kind = kind.Code,
                entry = entry.Id,
                version = entry.Version,
            }
        );
        var before = registered.Open(entry, filing.SubjectKey, pack);
        var kept = kind.KeptOf(pack.Form, before);
        var carried = before.Without(c =>
            pack.Form.FindByControl(c) is not { FilledBy: FilledBy.Enterprise } field || kept.Contains(field.Code) || field.IsCalculated(c)
        );
        var subject = new Subject(source.SubjectName, source.SubjectCode, PartOf(pack, before))
        {
            Holder = pack.Service.IsProfile ? source.OwnerId : null,
        };
        filing.Save(SealedAnswers.Seal(carried, pack, filing.SubjectKey, vault), subject, process);
        await CarryFilesAsync(source, filing, pack, kind, process, stop);
        await db.SaveAsync(process, stop);
        return filing.Id;
    }

    private static string PartOf(Pack pack, AnswerSet before) => Subject.Of(pack, before, null).Part;

    /// <summary>The files that went with the version in force, where the kind takes them over. The stored content is the same.</summary>
    private async Task CarryFilesAsync(Filing source, Filing filing, Pack pack, FilingKind kind, Process process, CancellationToken stop)
    {
        var sent = await db
            .Revisions.AsNoTracking()
            .Where(r => r.FilingId == source.Id && r.Number == source.Revision)
            .Select(r => r.AttachmentIds)
            .SingleOrDefaultAsync(stop);
        if (sent is null)
            return;
        var ids = System.Text.Json.JsonSerializer.Deserialize<Guid[]>(sent) ?? [];
        foreach (var file in await db.Attachments.AsNoTracking().Where(a => ids.Contains(a.Id)).OrderBy(a => a.Id).ToListAsync(stop))
            if (
                pack.Attachments.FirstOrDefault(a => a.Code == file.Code) is { } asked
                && (kind.Carries is { } codes ? codes.Contains(file.Code) : !asked.IsSignedSheet)
            )
                db.Add(new Attachment(filing, file.Code, file.FileName, file.MediaType, file.Length, file.Sha256, process));
    }
}
