using Beian.Web.Authorities;
using Beian.Web.Data;
using Beian.Web.Features.Account;
using Beian.Web.Features.Appointments;
using Beian.Web.Features.Filings;
using Beian.Web.Features.Filings.Papers;
using Beian.Web.Features.Resets;
using Beian.Web.Features.Tickets;
using Beian.Web.Features.Workbench;
using Beian.Web.Web;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Admin;

/// <summary>What the demo enterprise and its city have with each other besides filings: hours to book, an appointment, questions, ratings. Somebody else asks it for a new password.</summary>
internal sealed class DemoCounter(AppDb db, Vault vault, WorkingDays calendar, StoredFile licence, DateTime now)
{
    private const string City = "A440100";
    private const int Days = 8;
    private const int Rated = 36;

    private static readonly string[] _hours = ["09:00-10:00", "10:00-11:00", "14:00-15:00"];
    private static readonly int[] _grades = [5, 5, 4, 5, 3, 5, 4, 2];
    private static readonly string[] _words = ["办理很快。", "", "电话里说得很清楚，谢谢。", "", "希望能少传一次材料。", ""];

    /// <param name="officer">Who answers in the city.</param>
    public async Task PlantAsync(Account.Account enterprise, Officer officer, CancellationToken stop)
    {
        var asker = new Actor(enterprise.Id, enterprise.DisplayName, null);
        var slots = await OfferAsync(officer, stop);
        await BookAsync(slots[4], enterprise, asker, stop);
        await AskAsync(enterprise, asker, officer, stop);
        await RateAsync(stop);
        await AskForResetAsync(enterprise, stop);
        var keeping = new Process("AddingWebsite", asker, now.AddDays(-20));
        db.Add(new Website(enterprise.Id, "演示企业网站", "https://www.example.com", null, keeping));
        db.Add(new Favourite(enterprise.Id, FavouriteKind.Application, "e-commerce", keeping.Now));
        db.Add(new Favourite(enterprise.Id, FavouriteKind.Service, "foreign-trade-operator", keeping.Now));
        await db.SaveAsync(keeping, stop);
    }

    private async Task<List<AppointmentSlot>> OfferAsync(Officer officer, CancellationToken stop)
    {
        var offering = new Process("OfferingAppointments", new Actor(officer.AccountId, officer.Name, null, City), now.AddDays(-5));
        var today = ChinaTime.DateAt(now);
        List<AppointmentSlot> slots =
        [
            .. Enumerable
                .Range(1, Days)
                .SelectMany(d => _hours.Select(h => new AppointmentSlot(City, calendar.Add(today, d), h, "3号窗口（演示）", 4))),
        ];
        db.AddRange(slots);
        offering.Record(
            "AppointmentsOffered",
            "office",
            offering.Id,
            new
            {
                slots = slots.Count,
                first = slots[0].Day,
                last = slots[^1].Day,
            }
        );
        await db.SaveAsync(offering, stop);
        return slots;
    }

    private async Task BookAsync(AppointmentSlot slot, Account.Account enterprise, Actor asker, CancellationToken stop)
    {
        var booking = new Process("BookingAppointment", asker, now.AddDays(-1));
        db.Add(new Appointment(slot, enterprise.Id, "交验营业执照原件", booking));
        await db.SaveAsync(booking, stop);
    }

    private async Task AskAsync(Account.Account enterprise, Actor asker, Officer officer, CancellationToken stop)
    {
        var first = new Process("AskingQuestion", asker, now.AddDays(-9));
        var answered = new Ticket(enterprise.Id, enterprise.DisplayName, City, "可以由代理人办理吗？", first);
        db.Add(answered);
        db.Add(answered.Write(enterprise.Id, enterprise.DisplayName, false, "法定代表人出差，想请同事代办，要准备什么？", first));
        var reply = new Process("AnsweringQuestion", new Actor(officer.AccountId, officer.Name, null, City), now.AddDays(-8));
        db.Add(answered.Write(officer.AccountId, officer.Name, true, "可以。请另外上传委托书和经办人的身份证件。", reply));
        var second = new Process("AskingQuestion", asker, now.AddHours(-20));
        var waiting = new Ticket(enterprise.Id, enterprise.DisplayName, City, "公司搬到同一个区的新地址，要办理变更吗？", second);
        db.Add(waiting);
        db.Add(waiting.Write(enterprise.Id, enterprise.DisplayName, false, "名称和法定代表人都没有变，只是门牌号变了。", second));
        await db.SaveAsync([first, reply, second], stop);
    }

    /// <summary>重置申请, which waits: the officer finds the account by the name and code it tells.</summary>
    private async Task AskForResetAsync(Account.Account enterprise, CancellationToken stop)
    {
        var asking = new Process("AskingForReset", Actor.System, now.AddHours(-3));
        var city = (await db.Authorities.FindAsync([City], stop))!;
        var filing = await db
            .Filings.AsNoTracking()
            .Where(f => f.AuthorityId == City && f.State == FilingState.Approved && f.OwnerId != null && f.OwnerId != enterprise.Id)
            .OrderBy(f => f.Number)
            .FirstAsync(stop);
        var content = new ResetContent(
            "",
            $"{filing.SubjectName} {filing.SubjectCode}",
            "示例人丁",
            "020-80009999",
            "",
            "原经办人已离职，没有交接账号和密码。"
        );
        var request = new ResetRequest(AccountKind.Enterprise, city, city, content, vault, asking);
        db.Add(request);
        db.Add(new IdentityPaper(new ReceivedFile("papers", "营业执照（样本）.pdf", licence), null, request.Id, asking));
        await db.SaveAsync(asking, stop);
    }

    private async Task RateAsync(CancellationToken stop)
    {
        var filings = await db
            .Filings.AsNoTracking()
            .Where(f => f.State == FilingState.Approved && f.OwnerId != null && f.Service != "ecommerce-base-profile")
            .OrderBy(f => f.Number)
            .Take(Rated)
            .ToListAsync(stop);
        var acts = new List<Process>();
        foreach (var (i, filing) in filings.Index())
        {
            var act = new Process("RatingFiling", new Actor(filing.OwnerId, filing.SubjectName, null), filing.UpdatedAt.AddMinutes(30));
            db.Add(new Rating(filing, _grades[i % _grades.Length], _words[i % _words.Length], act));
            acts.Add(act);
        }
        await db.SaveAsync([.. acts.OrderBy(a => a.Now)], stop);
    }
}
