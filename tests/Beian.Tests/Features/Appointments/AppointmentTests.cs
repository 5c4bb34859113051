using System.Net;
using Beian.Tests.Features.Account;
using Beian.Tests.Features.Office;
using Beian.Tests.Support;
using Beian.Web.Authorities;
using Beian.Web.Data;
using Beian.Web.Features.Appointments;
using Beian.Web.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Beian.Tests.Features.Appointments;

public abstract class AppointmentTests<TSite>(TSite site) : SiteTests<TSite>(site)
    where TSite : TestSite
{
    private static int _places;

    private Scene Scenes => field ??= new(Site, Data);

    private DateOnly Next => Site.Services.GetRequiredService<WorkingDays>().Add(ChinaTime.DateAt(Data.Now), 1);

    [Fact]
    public async Task Slots_AreOfferedOnWorkingDaysOnly_AndOnce()
    {
        using var officer = await Scenes.OfficerAsync("A441200");
        var page = (await officer.GetAsync("/office/appointments")).ExpectOk();
        (await officer.SubmitAsync(page, "#offer", Offer("", "", "九点到十点", "", "0")))
            .Expect(HttpStatusCode.UnprocessableEntity)
            .ExpectText("请选择今天以后的起止日期")
            .ExpectText("每行写一个时段")
            .ExpectText("请填写地点")
            .ExpectText("每个时段的人数为 1 至 100");
        // The last day there is has none behind it.
        (await officer.SubmitAsync(page, "#offer", Offer("9999-12-31", "9999-12-31", "9:00-10:00", "3号窗口", "2")))
            .Expect(HttpStatusCode.UnprocessableEntity)
            .ExpectText("请选择今天以后的起止日期");
        var monday = Next;
        while (monday.DayOfWeek != DayOfWeek.Monday)
            monday = monday.AddDays(1);
        var order = Offer($"{monday:yyyy-MM-dd}", $"{monday.AddDays(6):yyyy-MM-dd}", "9：00－10：00\n10:00-11:00", "3号窗口", "2");
        var calendar = Site.Services.GetRequiredService<WorkingDays>();
        var expected = Enumerable.Range(0, 7).Count(i => calendar.IsWorkingDay(monday.AddDays(i))) * 2;
        (await officer.SubmitAsync(page, "#offer", order)).ExpectText($"新增 {expected} 个时段");
        (await officer.SubmitAsync(page, "#offer", order)).ExpectText("新增 0 个时段");
        var slots = await Site.QueryAsync(db =>
            db.AppointmentSlots.AsNoTracking().Where(s => s.AuthorityId == "A441200").ToListAsync(Stop)
        );
        Assert.Equal(expected, slots.Count);
        Assert.All(slots, s => Assert.True(calendar.IsWorkingDay(s.Day)));
        Assert.Contains(slots, s => s.Hours == "09:00-10:00");
    }

    [Fact]
    public async Task Slots_OfferedByColleaguesAtOnce_AreThereOnce()
    {
        const string Office = "A441300";
        var officers = new List<SiteClient>();
        for (var i = 0; i < 6; i++)
            officers.Add(await Scenes.OfficerAsync(Office));
        var day = $"{Next:yyyy-MM-dd}";
        var pages = await Task.WhenAll(officers.Select(o => o.GetAsync("/office/appointments")));
        var told = await Task.WhenAll(
            officers.Select((o, i) => o.SubmitAsync(pages[i], "#offer", Offer(day, day, "09:00-10:00\n10:00-11:00", "1号窗口", "2")))
        );
        Assert.All(told, t => t.ExpectOk());
        Assert.Equal(
            ["09:00-10:00", "10:00-11:00"],
            await Site.QueryAsync(db =>
                db.AppointmentSlots.Where(s => s.AuthorityId == Office).OrderBy(s => s.Hours).Select(s => s.Hours).ToListAsync(Stop)
            )
        );
        officers.ForEach(o => o.Dispose());
    }

    [Fact]
    public async Task Appointment_IsBookedMovedAndCancelled_AndThePlaceIsFreeAgain()
    {
        var (first, second) = (await SlotAsync(1), await SlotAsync(1, "14:00-15:00"));
        using var owner = await FilerAsync();
        using var other = await FilerAsync();
        (await owner.GetAsync("/appointments")).ExpectOk().ExpectText("还没有预约");
        var form = (await owner.GetAsync($"/appointments/new?authority={Scene.Guangzhou}")).ExpectOk();
        (await owner.SubmitAsync(form, "#booking", With(null, "")))
            .Expect(HttpStatusCode.UnprocessableEntity)
            .ExpectText("请选择一个还有余号的时段");
        (await owner.SubmitAsync(form, "#booking", With(first, "交验原件"))).ExpectOk().ExpectText("预约成功").ExpectText("交验原件");
        (
            await other.SubmitAsync(
                await other.GetAsync($"/appointments/new?authority={Scene.Guangzhou}"),
                "#booking",
                With(first, "领取登记表")
            )
        )
            .Expect(HttpStatusCode.UnprocessableEntity)
            .ExpectText("约满");

        var list = await owner.GetAsync("/appointments");
        var move = (await owner.GetAsync(list.LinkTo("改期"))).ExpectOk().ExpectText("原预约");
        (await owner.SubmitAsync(move, "#booking", With(second, "交验原件"))).ExpectText("预约成功").ExpectText("已取消");
        Assert.Equal((0, 1), (await TakenAsync(first), await TakenAsync(second)));
        (
            await other.SubmitAsync(
                await other.GetAsync($"/appointments/new?authority={Scene.Guangzhou}"),
                "#booking",
                With(first, "领取登记表")
            )
        ).ExpectText("预约成功");

        list = await owner.GetAsync("/appointments");
        (await owner.SubmitAsync(list, "form[action*=Cancellation]")).ExpectText("预约已取消");
        (await owner.SubmitAsync(list, "form[action*=Cancellation]")).Expect(HttpStatusCode.Conflict).ExpectText("已取消");
        Assert.Equal(0, await TakenAsync(second));
    }

    [Fact]
    public async Task Book_FiftyAtOnceForThreePlaces_ThreeWin()
    {
        var slot = await SlotAsync(3, "16:00-17:00");
        var accounts = new List<Beian.Web.Features.Account.Account>();
        for (var i = 0; i < 50; i++)
            accounts.Add(await Data.EnterpriseAsync("约满的企业"));
        var won = 0;
        await Task.WhenAll(
            accounts.Select(account =>
                Task.Run(async () =>
                {
                    using var client = await Scenes.SignInAsync(account);
                    var form = await client.GetAsync($"/appointments/new?authority={Scene.Guangzhou}");
                    using var answer = await client.SendAsync(form, "#booking", With(slot, "抢号"));
                    if (answer.StatusCode == HttpStatusCode.Redirect)
                        Interlocked.Increment(ref won);
                    else
                        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
                })
            )
        );
        Assert.Equal((3, 3), (won, await TakenAsync(slot)));
        Assert.Equal(3, await Site.QueryAsync(db => db.Appointments.CountAsync(a => a.SlotId == slot, Stop)));
    }

    [Fact]
    public async Task Close_TellsThoseWhoBooked_AndOnlyTheOwnOfficeMay()
    {
        var slot = await SlotAsync(2, "11:00-12:00");
        using var owner = await FilerAsync();
        await owner.SubmitAsync(await owner.GetAsync($"/appointments/new?authority={Scene.Guangzhou}"), "#booking", With(slot, "开通用户"));
        var appointment = await Site.QueryAsync(db => db.Appointments.AsNoTracking().SingleAsync(a => a.SlotId == slot, Stop));
        using var stranger = await Scenes.OfficerAsync(Scene.Shenzhen);
        using var officer = await Scenes.OfficerAsync(Scene.Guangzhou);
        var page = (await officer.GetAsync("/office/appointments")).ExpectOk().ExpectText(appointment.Number).ExpectText("开通用户");
        var form = $"form:has(input[value='{slot}'])";
        var elsewhere = (await stranger.GetAsync("/office/appointments")).ExpectOk();
        Assert.DoesNotContain(appointment.Number, elsewhere.Text, StringComparison.Ordinal);
        using var body = new FormUrlEncodedContent([
            new("__RequestVerificationToken", elsewhere.ValueOf("__RequestVerificationToken")!),
            new("id", $"{slot}"),
            new("reason", "x"),
        ]);
        using var refused = await stranger.Http.PostAsync(new Uri("/office/appointments?handler=Close", UriKind.Relative), body, Stop);
        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
        (await officer.SubmitAsync(page, form)).Expect(HttpStatusCode.UnprocessableEntity).ExpectText("请填写停止办理的原因");
        (await officer.SubmitAsync(page, form, new Dictionary<string, string?> { ["reason"] = "窗口停电检修" })).ExpectText(
            "1 家预约的企业将收到通知"
        );
        (await owner.GetAsync("/appointments")).ExpectText("机关已取消").ExpectText("窗口停电检修");
        Assert.Equal(
            ["appointment-booked", "appointment-withdrawn"],
            await Site.QueryAsync(db =>
                db.Outbox.Where(m => m.SubjectId == appointment.Id).OrderBy(m => m.CreatedAt).Select(m => m.Template).ToListAsync(Stop)
            )
        );
    }

    [Fact]
    public async Task Remind_TheWorkingDayBefore_Once()
    {
        var slot = await SlotAsync(2, "08:30-09:30");
        using var owner = await FilerAsync();
        await owner.SubmitAsync(await owner.GetAsync($"/appointments/new?authority={Scene.Guangzhou}"), "#booking", With(slot, "提醒"));
        await Site.ExecuteAsync(db =>
            db.Appointments.Where(a => a.SlotId == slot)
                .ExecuteUpdateAsync(a => a.SetProperty(x => x.CreatedAt, x => Data.Now.AddHours(-3)), Stop)
        );
        var id = await Site.QueryAsync(db => db.Appointments.Where(a => a.SlotId == slot).Select(a => a.Id).SingleAsync(Stop));
        for (var i = 0; i < 2; i++)
            await Site.InScopeAsync(s => s.GetRequiredService<AppointmentReminders>().RemindAsync(Stop));
        Assert.Equal(
            1,
            await Site.QueryAsync(db => db.Outbox.CountAsync(m => m.SubjectId == id && m.Template == "appointment-reminder", Stop))
        );
    }

    [Fact]
    public async Task Pages_OfSomebodyElse_AreNotThere()
    {
        var slot = await SlotAsync(2, "13:00-13:30");
        using var owner = await FilerAsync();
        using var other = await FilerAsync();
        await owner.SubmitAsync(await owner.GetAsync($"/appointments/new?authority={Scene.Guangzhou}"), "#booking", With(slot, "别人的"));
        var id = await Site.QueryAsync(db => db.Appointments.Where(a => a.SlotId == slot).Select(a => a.Id).SingleAsync(Stop));
        (await other.GetAsync($"/appointments/new?authority={Scene.Guangzhou}&move={id}")).Expect(HttpStatusCode.NotFound);
        Assert.DoesNotContain("别人的", (await other.GetAsync("/appointments")).Text, StringComparison.Ordinal);
        using var visitor = Site.ClientElsewhere();
        Assert.StartsWith("/?returnUrl", (await visitor.GetAsync("/appointments")).Path, StringComparison.Ordinal);
    }

    private static Dictionary<string, string?> With(Guid? slot, string matter) =>
        new() { ["slot"] = slot?.ToString(), ["matter"] = matter };

    private static Dictionary<string, string?> Offer(string first, string last, string hours, string place, string capacity) =>
        new()
        {
            ["First"] = first,
            ["Last"] = last,
            ["Hours"] = hours,
            ["Place"] = place,
            ["Capacity"] = capacity,
        };

    private async Task<SiteClient> FilerAsync() => await Scenes.SignInAsync(await Data.EnterpriseAsync("预约的企业"));

    private async Task<Guid> SlotAsync(int capacity, string hours = "09:00-10:00")
    {
        var slot = new AppointmentSlot(Scene.Guangzhou, Next, hours, $"窗口{Interlocked.Increment(ref _places)}", capacity);
        await Site.ExecuteAsync(db =>
        {
            db.Add(slot);
            return db.SaveChangesAsync(Stop);
        });
        return slot.Id;
    }

    private Task<int> TakenAsync(Guid slot) =>
        Site.QueryAsync(db => db.AppointmentSlots.Where(s => s.Id == slot).Select(s => s.Taken).SingleAsync(Stop));
}

public sealed class AppointmentOnSqliteTests(SignInOnSqliteSite site) : AppointmentTests<SignInOnSqliteSite>(site);

public sealed class AppointmentOnPostgresTests(SignInOnPostgresSite site) : AppointmentTests<SignInOnPostgresSite>(site);
