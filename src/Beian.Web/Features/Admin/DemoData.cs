using Beian.Web.Authorities;
using Beian.Web.Data;
using Beian.Web.Features.Account;
using Beian.Web.Features.Filings;
using Beian.Web.Features.Register.Import;
using Beian.Web.Web;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Admin;

/// <summary>Fictitious authorities' contacts, officers, enterprises and filings in every state, for looking around. Never on a real installation.</summary>
public sealed class DemoData(
    AppDb db,
    Catalogue.Catalogue catalogue,
    Vault vault,
    WorkingDays calendar,
    FileStore files,
    IPasswordHasher<Account.Account> hasher,
    Importer importer,
    TimeProvider clock
)
{
    /// <summary>The password of every demo account (README).</summary>
    public const string Password = "Demo-2026-pass";

    private const int Count = 320;
    private const int Forwarders = 24;
    private const int Franchisors = 16;
    private const int StepSize = 16;

    // Where entries were made before the platform.
    private static readonly string[] FormerPlaces = ["A440100", "A330100", "A440300"];

    // Where the filings go; the more often named, the more.
    private static readonly string[] Places =
    [
        "A440100",
        "A330100",
        "A440100",
        "A440106",
        "A440300",
        "A440100",
        "A330106",
        "A440100",
        "A330100",
        "A440300",
        "A440000",
        "A440106",
        "A330109",
    ];

    /// <summary>Plants everything at once, unless somebody lives here already.</summary>
    /// <returns>How many filings; 0 when there were accounts.</returns>
    public async Task<int> PlantAsync(CancellationToken stop)
    {
        if (await db.Accounts.AnyAsync(stop))
            return 0;
        var now = clock.GetUtcNow().UtcDateTime;
        var all = await db.Authorities.OrderBy(a => a.Id).ToListAsync(stop);
        var authorities = all.ToDictionary(a => a.Id);
        DemoAuthorities.SetContacts(all);
        var officers = DemoAuthorities.Officers(all, now.AddDays(-500));
        var hash = hasher.HashPassword(officers[0], Password);
        foreach (var officer in officers)
            officer.PasswordHash = hash;
        db.AddRange(officers);
        var enterprise = NewOwner("demo_qiye", "演示企业", hash, now.AddDays(-500));
        var park = NewOwner("demo_jidi", "演示基地", hash, now.AddDays(-400));
        var colleague = NewOwner("demo_jingban", "演示经办人", hash, now.AddDays(-60));
        await db.SaveAsync(new Process("PlantingDemo", Actor.System, now), stop);
        var licence = await KeepLicenceAsync(stop);

        // In small steps: a tracker with thousands of rows looks through all of them at each.
        foreach (var some in Enumerable.Range(0, Count).OrderBy(i => StartOf(i, now)).Chunk(StepSize))
        {
            db.ChangeTracker.Clear();
            var acts = new List<Process>();
            foreach (var i in some)
            {
                // Number 1 claims the code of number 0 at the same office: two rivals.
                var office = authorities[Places[i == 1 ? 0 : i % Places.Length]];
                var firm = DemoFirm.Of(i == 1 ? 0 : i, office);
                if (i == 1)
                    firm = firm with { NameZh = "广州市云岚示例国际贸易有限公司", Index = 1 };
                var start = StartOf(i, now);
                var owner = i is > 1 and < 6 ? enterprise : NewOwner($"demo_firm{i:D3}", firm.NameZh, hash, start);
                acts.AddRange(await TellAsync(DemoCase.ForeignTrade(firm, owner.Email!), owner, office, i, start));
            }
            await db.SaveAsync([.. acts.OrderBy(a => a.Now)], stop);
        }
        await PlantOthersAsync();
        db.ChangeTracker.Clear();
        await new DemoProfiles(db, catalogue, vault, calendar, licence, now).PlantAsync(enterprise, park, OfficerOf, stop);
        db.ChangeTracker.Clear();
        await new DemoEntries(db, catalogue, vault, calendar, now).PlantAsync(
            "foreign-trade-operator",
            enterprise.Id,
            OfficerOf,
            licence,
            scan => KeepAsync(scan.Content, FileKind.Png, stop),
            stop
        );
        await new DemoLegacy(importer).PlantAsync("foreign-trade-operator", [.. FormerPlaces.Select(id => authorities[id])], stop);
        db.ChangeTracker.Clear();
        await new DemoCounter(db, vault, calendar, licence, now).PlantAsync(enterprise, OfficerOf("A440100"), stop);
        db.ChangeTracker.Clear();
        await new DemoTeam(db, vault, now).PlantAsync(enterprise, park, colleague, stop);
        db.ChangeTracker.Clear();
        await new DemoMail(db, catalogue).PlantAsync([enterprise, park], stop);
        return Count + Forwarders + Franchisors + DemoProfiles.Count;

        Officer OfficerOf(string id) => officers.Where(o => o.AuthorityId == id).Select(o => new Officer(o.Id, o.DisplayName, id)).First();

        async Task<IReadOnlyList<Process>> TellAsync(DemoCase content, Account.Account owner, Authority office, int i, DateTime start)
        {
            var officer = officers.First(o => o.AuthorityId == office.Id);
            var decides = new Officer(officer.Id, officer.DisplayName, office.Id);
            var pack = catalogue[content.Service];
            var story = Tell(new DemoFiling(db, pack, vault, calendar, owner, office, decides, content, licence, start), i, start);
            foreach (var scan in story.Scans)
                await KeepAsync(scan.Content, FileKind.Png, stop);
            return story.Acts;
        }

        // The other services: fewer, each in several states; the first of each belongs to the demo enterprise.
        async Task PlantOthersAsync()
        {
            foreach (var some in Enumerable.Range(0, Forwarders + Franchisors).OrderBy(k => StartOf(NumberOf(k), now)).Chunk(StepSize))
            {
                db.ChangeTracker.Clear();
                var acts = new List<Process>();
                foreach (var k in some)
                {
                    var (i, start) = (NumberOf(k), StartOf(NumberOf(k), now));
                    var forwards = k < Forwarders;
                    var office = authorities[
                        forwards ? Places[k % Places.Length]
                        : k % 3 == 0 ? "A330000"
                        : "A440000"
                    ];
                    var firm = DemoFirm.Of(1000 + k, office, mayBeIndividual: false).Called(forwards ? "国际货运代理" : "餐饮管理");
                    var owner = k is 0 or Forwarders ? enterprise : NewOwner($"demo_other{k:D2}", firm.NameZh, hash, start);
                    var content = forwards
                        ? DemoCase.FreightForwarder(firm, owner.Email!)
                        : DemoCase.Franchise(firm, owner.Email!, ChinaTime.DateAt(start));
                    acts.AddRange(await TellAsync(content, owner, office, i, start));
                }
                await db.SaveAsync([.. acts.OrderBy(a => a.Now)], stop);
            }
        }
    }

    /// <summary>What decides on the state of the others: beyond the special ones.</summary>
    private static int NumberOf(int k) => 6 + (k < Forwarders ? k : k - Forwarders);

    /// <summary>Half are approved; the rest stand in every other state, some of them late.</summary>
    private static DemoFiling Tell(DemoFiling story, int i, DateTime start)
    {
        story.Draft();
        var sent = start.AddMinutes(20 + i % 50);
        var decided = sent.AddDays(1 + i % 4).AddMinutes(i % 90);
        return StateOf(i) switch
        {
            FilingState.Draft => story,
            FilingState.Submitted => story.Submit(sent),
            FilingState.Returned => story.Submit(sent).Return(decided),
            FilingState.Rejected => story.Submit(sent).Reject(decided),
            FilingState.Withdrawn => story.Submit(sent).Withdraw(sent.AddHours(3)),
            _ when i % 20 == 19 => story.Submit(sent).Return(decided).Correct(decided.AddDays(1)).Approve(decided.AddDays(3)),
            _ => story.Submit(sent).Approve(decided),
        };
    }

    /// <summary>The first two are rivals; the next four belong to the demo enterprise, each in another state.</summary>
    private static FilingState StateOf(int i) =>
        i switch
        {
            0 or 1 => FilingState.Submitted,
            2 => FilingState.Approved,
            3 => FilingState.Returned,
            4 => FilingState.Submitted,
            5 => FilingState.Draft,
            _ => (i % 20) switch
            {
                < 10 or 19 => FilingState.Approved,
                < 14 => FilingState.Submitted,
                < 16 => FilingState.Returned,
                16 => FilingState.Rejected,
                17 => FilingState.Withdrawn,
                _ => FilingState.Draft,
            },
        };

    /// <summary>Closed filings over the last year and more, open ones of these days; every seventh of those that wait is late.</summary>
    private DateTime StartOf(int i, DateTime now)
    {
        var days = StateOf(i) switch
        {
            FilingState.Submitted => i % 7 == 0 ? 12 + i % 5 : i % 6,
            FilingState.Draft => i % 5,
            FilingState.Returned => 8 + i % 12,
            _ => 15 + i * 11 % 420,
        };
        var day = ChinaTime.DateAt(now).AddDays(-days);
        while (!calendar.IsWorkingDay(day) || ChinaTime.StartOf(day).AddHours(9) > now.AddHours(-1))
            day = day.AddDays(-1);
        var start = ChinaTime.StartOf(day).AddHours(9).AddMinutes(i * 13 % 400);
        return start < now.AddHours(-2) ? start : now.AddHours(-2);
    }

    private Account.Account NewOwner(string userName, string name, string hash, DateTime at)
    {
        var owner = Account.Account.ForEnterprise(userName, $"{userName}@example.invalid", name, at);
        owner.PasswordHash = hash;
        owner.MarkAsDemo();
        // Some have not followed the link in their mail yet.
        if (at.Minute % 3 != 0)
            owner.ConfirmEmail(owner.Email!);
        db.Add(owner);
        return owner;
    }

    private Task<StoredFile> KeepLicenceAsync(CancellationToken stop) => KeepAsync(DemoLicence.Draw(), FileKind.Pdf, stop);

    private async Task<StoredFile> KeepAsync(byte[] content, FileKind kind, CancellationToken stop)
    {
        using var rest = new MemoryStream(content, FileKind.HeadLength, content.Length - FileKind.HeadLength);
        return (await files.KeepAsync(content[..FileKind.HeadLength], kind, rest, content.Length, stop))!;
    }
}
