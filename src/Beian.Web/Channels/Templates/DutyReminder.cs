using System.Globalization;
using Beian.Definitions;
using Beian.Web.Web;

namespace Beian.Web.Channels.Templates;

/// <summary>A duty with a time limit, in the words of its service.</summary>
public sealed class DutyReminder(Settings settings) : FilingTemplate(settings)
{
    public override string Name => "duty-reminder";

    protected override LocalizedText Happened { get; } = new("提醒", "reminder");

    protected override LocalizedText HappenedIn(FilingMail mail) => mail.Duty is { } duty ? duty.Title : Happened;

    protected override void Write(Letter letter, FilingMail mail)
    {
        var duty = mail.Duty!;
        letter
            .Say(duty.Text.Zh, duty.Text.En)
            .Gap()
            .Say($"起算日期：{Day(duty.Since)}（当天为第 0 天）", $"Counted from: {Day(duty.Since)} (day 0)")
            .Say($"截止日期：{Day(duty.Until)}（还有 {duty.DaysLeft} 天）", $"Last day: {Day(duty.Until)} ({duty.DaysLeft} days left)")
            .Gap();
        if (duty.MayReport)
            letter.Say(
                "已经办理的，请登录后在这份备案的页面上点击“已办理”，以后不再提醒。",
                "If it is done already, sign in and press “Done” on the page of this filing; there are no further reminders then."
            );
        else
            letter.Say("已经办理的，不必理会本邮件。", "If it is done already, please ignore this mail.");
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
