using Beian.Definitions.Answers;
using Beian.Web.Data;
using Beian.Web.Features.Filings;
using Beian.Web.Features.Filings.Kinds;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Register;

public static class RegisterQueries
{
    extension(AppDb db)
    {
        public DbSet<RegisterEntry> RegisterEntries => db.Set<RegisterEntry>();
        public DbSet<EntryVersion> EntryVersions => db.Set<EntryVersion>();

        /// <summary>
        /// The entries an account holds: those of the codes that authorities confirmed it to be, by approving its filing or by checking its
        /// documents.
        /// </summary>
        public IQueryable<RegisterEntry> EntriesHeldBy(Guid account)
        {
            var claims = db.Claims.Where(c => c.AccountId == account && c.State == ClaimState.Confirmed);
            return db.RegisterEntries.Where(e => claims.Any(c => c.Service == e.Service && c.CodeKey == e.CodeKey));
        }

        /// <summary>The entries nobody has an account for.</summary>
        public IQueryable<RegisterEntry> EntriesWithoutHolder()
        {
            var claims = db.Claims.Where(c => c.State == ClaimState.Confirmed);
            return db.RegisterEntries.Where(e => !claims.Any(c => c.Service == e.Service && c.CodeKey == e.CodeKey));
        }

        /// <summary>All answers of a version, whether it came from a filing or without one.</summary>
        public async Task<AnswerSet> OpenAsync(EntryVersion version, Vault vault, CancellationToken stop)
        {
            if (version.PersonalAnswers is null)
                return AnswerSet.FromJson(version.Answers);
            var key =
                version.SubjectKey ?? await db.Filings.Where(f => f.Id == version.FilingId).Select(f => f.SubjectKey).SingleAsync(stop);
            return SealedAnswers.Open(version.Answers, version.PersonalAnswers, key, vault);
        }

        /// <summary>An entry by its own number, or by the 登记表编号 of any of its versions; null where there is none.</summary>
        public async Task<RegisterEntry?> FindEntryAsync(string service, string number, CancellationToken stop)
        {
            var versions = db.EntryVersions;
            var entries = db.RegisterEntries.AsNoTracking().Where(e => e.Service == service);
            return await entries.SingleOrDefaultAsync(e => e.Number == number, stop)
                ?? await entries
                    .Where(e => versions.Any(v => v.EntryId == e.PublicId && v.Number == number))
                    .OrderBy(e => e.Id)
                    .FirstOrDefaultAsync(stop);
        }
    }

    /// <summary>The accounts whose valid entry has this 13-digit code.</summary>
    public static async Task<IReadOnlyList<Guid>> FindCodeHoldersAsync(AppDb db, string code, CancellationToken stop) =>
        await db
            .Database.SqlQuery<Guid>(
                $"""
                SELECT DISTINCT c.account_id AS "Value" FROM search_codes s
                JOIN register_entries e ON e.id = s.entry_id AND e.code = {code} AND e.state = 'Valid'
                JOIN claims c ON c.service = e.service AND c.code_key = e.code_key AND c.state = 'Confirmed'
                WHERE s.code = {code} AND s.service_id IN (SELECT id FROM search_services)
                AND NOT EXISTS (
                    SELECT 1 FROM members m WHERE m.enterprise_id = c.account_id AND m.account_id = c.account_id AND m.ended_at IS NOT NULL
                )
                LIMIT 2
                """
            )
            .ToListAsync(stop);

    /// <summary>The entries an account holds that no filing of its own stands behind, newest first.</summary>
    public static async Task<IReadOnlyList<HeldEntry>> FindHeldEntriesAsync(AppDb db, Guid account, CancellationToken stop)
    {
        const int Most = 50;
        var own = db.Filings.Where(f => f.OwnerId == account);
        var held = await db.EntriesHeldBy(account)
            .AsNoTracking()
            .Where(e => !own.Any(f => f.Id == e.FilingId))
            .OrderByDescending(e => e.Id)
            .Take(Most)
            .ToListAsync(stop);
        return
        [
            .. held.Select(e => new HeldEntry(
                e.PublicId,
                e.Service,
                e.Number,
                e.Code,
                e.Name,
                e.AuthorityId,
                e.State.Text,
                e.State == EntryState.Valid,
                e.ApprovedAt
            )),
        ];
    }

    /// <summary>The numbers a filing's approval gave.</summary>
    public static Task<EntryNumbers?> FindNumbersAsync(AppDb db, Guid filing, CancellationToken stop) =>
        db
            .EntryVersions.Where(v => v.FilingId == filing && v.Revision > 0)
            .OrderByDescending(v => v.Version)
            .Select(v => new EntryNumbers(v.Number, v.Code))
            .FirstOrDefaultAsync(stop);

    /// <summary>The answers a filing was entered with.</summary>
    public static async Task<EnteredAnswers?> FindEnteredAnswersAsync(AppDb db, Guid filing, CancellationToken stop) =>
        (await FindEnteredAsync(db, [filing], stop)).GetValueOrDefault(filing)?.Answers;

    /// <summary>What some filings entered, by filing; those that made no version of an entry are missing.</summary>
    public static async Task<IReadOnlyDictionary<Guid, EnteredFiling>> FindEnteredAsync(
        AppDb db,
        IReadOnlyCollection<Guid> filings,
        CancellationToken stop
    )
    {
        var found = await db
            .EntryVersions.AsNoTracking()
            .Where(v => filings.Contains(v.FilingId) && v.Revision > 0)
            .OrderByDescending(v => v.Version)
            .Join(
                db.RegisterEntries,
                v => v.EntryId,
                e => e.PublicId,
                (v, e) =>
                    new
                    {
                        v.FilingId,
                        v.Answers,
                        v.PersonalAnswers,
                        v.ApprovedAt,
                        v.Version,
                        e.Number,
                        e.State,
                        Newest = e.Version,
                    }
            )
            .ToListAsync(stop);
        return found
            .DistinctBy(x => x.FilingId)
            .ToDictionary(
                x => x.FilingId,
                x =>
                {
                    var mark =
                        x.State != EntryState.Valid ? x.State.Text
                        : x.Version == x.Newest ? null
                        : EntryStates.Superseded;
                    var answers = new EnteredAnswers(x.Answers, x.PersonalAnswers, x.ApprovedAt) { Mark = mark };
                    return new EnteredFiling(x.FilingId, answers, x.Number, x.Newest);
                }
            );
    }

    /// <summary>The filing behind the version in force, by the entry's number or that of any of its sheets.</summary>
    public static async Task<Guid?> FindEntryFilingAsync(AppDb db, string service, string number, CancellationToken stop) =>
        (await db.FindEntryAsync(service, number, stop))?.FilingId;

    /// <summary>Whether an enterprise's code has a valid entry of a service.</summary>
    public static Task<bool> HasValidEntryAsync(AppDb db, string service, string codeKey, CancellationToken stop) =>
        db.RegisterEntries.AnyAsync(e => e.Service == service && e.CodeKey == codeKey && e.State == EntryState.Valid, stop);

    /// <summary>An entry with its version in force, for what starts from it.</summary>
    public static async Task<EntryInForce?> FindInForceAsync(AppDb db, Guid id, CancellationToken stop)
    {
        if (await db.RegisterEntries.AsNoTracking().SingleOrDefaultAsync(e => e.PublicId == id, stop) is not { } entry)
            return null;
        var version = await db
            .EntryVersions.AsNoTracking()
            .Where(v => v.EntryId == id && v.Version == entry.Version)
            .Select(v => new { v.Answers, v.PersonalAnswers })
            .SingleOrDefaultAsync(stop);
        return new(
            id,
            entry.Service,
            entry.Number,
            entry.Version,
            entry.CodeKey,
            entry.AuthorityId,
            entry.DefinitionVersion,
            // What came in without a filing has nothing but what the public sees.
            version?.Answers
                ?? entry.PublicAnswers,
            version?.PersonalAnswers,
            entry.State == EntryState.Valid ? null : entry.State.Text
        )
        {
            FilingId = entry.FilingId,
        };
    }

    /// <summary>The profile of an account that was confirmed last.</summary>
    public static async Task<EntryInForce?> FindProfileAsync(AppDb db, string service, Guid account, CancellationToken stop)
    {
        var key = Subject.KeyOf(account);
        var id = await db
            .RegisterEntries.Where(e => e.Service == service && e.CodeKey == key && e.State == EntryState.Valid)
            .Select(e => (Guid?)e.PublicId)
            .SingleOrDefaultAsync(stop);
        return id is { } there ? await FindInForceAsync(db, there, stop) : null;
    }

    /// <summary>What had to follow an entry's approval is done.</summary>
    public static async Task MeetDutyAsync(AppDb db, Guid id, Process process, CancellationToken stop) =>
        (await db.RegisterEntries.SingleAsync(e => e.PublicId == id, stop)).MeetDuty(process);

    /// <summary>Where some approved filings stand.</summary>
    public static async Task<IReadOnlyList<FilingStanding>> FindStandingsAsync(
        AppDb db,
        IReadOnlyCollection<Guid> filings,
        CancellationToken stop
    )
    {
        var found = await db
            .EntryVersions.Where(v => filings.Contains(v.FilingId) && v.Revision > 0)
            .Join(
                db.RegisterEntries,
                v => v.EntryId,
                e => e.PublicId,
                (v, e) =>
                    new
                    {
                        v.FilingId,
                        e.PublicId,
                        e.Number,
                        InForce = e.Version == v.Version,
                        e.State,
                        e.DutyDueOn,
                    }
            )
            .ToListAsync(stop);
        return
        [
            .. found.Select(s => new FilingStanding(
                s.FilingId,
                s.PublicId,
                s.Number,
                s.InForce,
                s.State == EntryState.Valid ? null : s.State.Text,
                s.InForce ? s.DutyDueOn : null
            )),
        ];
    }
}
