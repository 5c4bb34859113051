using Beian.Definitions.Answers;
using Beian.Definitions.Packs;
using Beian.Web.Authorities;
using Beian.Web.Data;
using Beian.Web.Features.Filings;
using Beian.Web.Features.Filings.Kinds;
using Beian.Web.Features.Register;
using Beian.Web.Web;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Admin;

/// <summary>What became of some entries of the demo data: changes at every stage, a cancelled, a revoked and a lapsed one, overdue duties.</summary>
internal sealed class DemoEntries(AppDb db, Catalogue.Catalogue catalogue, Vault vault, WorkingDays calendar, DateTime now)
{
    private const int Overdue = 6;
    private const int StepSize = 40;

    /// <param name="office">The officer who decides at an authority.</param>
    /// <param name="keep">Puts scans into the store.</param>
    public async Task PlantAsync(
        string service,
        Guid offered,
        Func<string, Officer> office,
        StoredFile licence,
        Func<DemoScan, Task> keep,
        CancellationToken stop
    )
    {
        var numbers = await db
            .RegisterEntries.Where(e => e.Service == service && db.Set<Filing>().Any(f => f.Id == e.FilingId && f.OwnerId != offered))
            .OrderBy(e => e.Id)
            .Select(e => e.Id)
            .ToListAsync(stop);
        foreach (var (i, id) in numbers.Take(16).Index())
        {
            db.ChangeTracker.Clear();
            var entry = await db.RegisterEntries.SingleAsync(e => e.Id == id, stop);
            var source = await db.Filings.SingleAsync(f => f.Id == entry.FilingId, stop);
            var owner = (await db.Set<Account.Account>().FindAsync([source.OwnerId], stop))!;
            var authority = (await db.Authorities.FindAsync([entry.AuthorityId], stop))!;
            if (i is 14 or 15)
            {
                var act = new Process(
                    "EndingEntry",
                    new Actor(office(authority.Id).AccountId, office(authority.Id).Name, null),
                    now.AddDays(-9 - i)
                );
                var kind = catalogue[service].Lifecycle.FromEntry(KindStarter.Officer).ElementAt(i - 14);
                entry.End(kind, i == 14 ? "被依法禁止从事对外贸易（演示）。" : "三次提醒后仍未办理手续（演示）。", act);
                await db.SaveAsync(act, stop);
                continue;
            }
            var inForce = (await RegisterQueries.FindInForceAsync(db, entry.PublicId, stop))!;
            var before = SealedAnswers.Open(inForce.Answers, inForce.PersonalAnswers, source.SubjectKey, vault);
            var firm = new DemoFirm(source.SubjectName, "", source.SubjectCode, "", before["kind"] == "individual", i);
            var start = now.AddDays(-3).AddHours(-i);
            var story = new DemoFiling(
                db,
                catalogue[service],
                vault,
                calendar,
                owner,
                authority,
                office(authority.Id),
                DemoCase.ForeignTrade(firm, owner.Email!),
                licence,
                start
            );
            Tell(story, i, source, inForce, before, start);
            foreach (var scan in story.Scans)
                await keep(scan);
            await db.SaveAsync(story.Acts, stop);
        }
        await MeetDutiesAsync(service, stop);
    }

    private static void Tell(DemoFiling story, int i, Filing source, EntryInForce entry, AnswerSet before, DateTime start)
    {
        var change = AnswerSet.Empty.With("phone", $"020-8002{i:D4}").With("premisesZh", before["premisesZh"] + "B座");
        var sent = start.AddHours(1);
        _ = i switch
        {
            < 5 => story.StartFrom(source, entry, before, "change", change),
            < 9 => story.StartFrom(source, entry, before, "change", change).Submit(sent),
            < 11 => story.StartFrom(source, entry, before, "change", change).Submit(sent).Approve(sent.AddHours(20)),
            11 => story.StartFrom(source, entry, before, "reissue", AnswerSet.Empty.With("lossNote", "登记表在搬迁中遗失。")).Submit(sent),
            _ => story
                .StartFrom(source, entry, before, "cancellation", AnswerSet.Empty.With("cancelReason", "不再经营进出口业务。"))
                .Submit(sent)
                .Approve(sent.AddHours(20)),
        };
    }

    /// <summary>Most have done what follows an approval; a few of them have not.</summary>
    private async Task MeetDutiesAsync(string service, CancellationToken stop)
    {
        var today = ChinaTime.DateAt(now);
        var ids = await db
            .RegisterEntries.Where(e => e.Service == service && e.DutyDueOn < today && e.State == EntryState.Valid)
            .OrderByDescending(e => e.DutyDueOn)
            .ThenBy(e => e.Id)
            .Select(e => e.Id)
            .Skip(Overdue)
            .ToListAsync(stop);
        foreach (var some in ids.Chunk(StepSize))
        {
            db.ChangeTracker.Clear();
            var act = new Process("MeetingDuty", Actor.System, now);
            foreach (var entry in await db.RegisterEntries.Where(e => some.Contains(e.Id)).ToListAsync(stop))
                entry.MeetDuty(act);
            await db.SaveAsync(act, stop);
        }
    }
}
