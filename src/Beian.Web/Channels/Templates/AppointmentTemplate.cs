using Beian.Definitions;

namespace Beian.Web.Channels.Templates;

/// <summary>What the mails about an appointment have in common: when and where it is, and whom to call.</summary>
/// <param name="name">By which outbox rows call it.</param>
/// <param name="subject">The mail's subject.</param>
/// <param name="what">What happened, and what to do next.</param>
public abstract class AppointmentTemplate(string name, LocalizedText subject, LocalizedText what) : MailTemplate<AppointmentTemplate.Mail>
{
    public sealed override string Name => name;

    protected sealed override Letter Write(Mail mail) =>
        new Letter(subject)
            .Say($"{mail.Name}：", $"{mail.Name},")
            .Gap()
            .Say(what.Zh, what.En)
            .Tell("原因", "Reason", mail.Reason)
            .Tell("预约号", "Appointment number", mail.Number)
            .Tell("事项", "Matter", mail.Matter)
            .Tell("时间", "When", $"{mail.Day:yyyy-MM-dd} {mail.Hours}")
            .Tell("地点", "Where", mail.Place)
            .Tell("机关", "Authority", mail.Authority)
            .Tell("电话", "Phone", mail.Phone)
            .Gap()
            .Say("本邮件由系统自动发出，请勿回复。", "This mail was sent automatically; please do not reply.");

    /// <summary>What it is made of.</summary>
    /// <param name="Reason">Why the office took the hours back; null for other mails.</param>
    public sealed record Mail(
        string Name,
        string Number,
        string Matter,
        DateOnly Day,
        string Hours,
        string Place,
        string Authority,
        string? Phone,
        string? Reason
    );
}

/// <summary>An appointment was made.</summary>
public sealed class AppointmentBooked()
    : AppointmentTemplate(
        "appointment-booked",
        new("预约成功", "your appointment"),
        new(
            "您已预约成功。不能到场的，请登录平台提前取消或改期。",
            "Your appointment is made. If you cannot come, please sign in and cancel or move it in good time."
        )
    );

/// <summary>It is on the next working day.</summary>
public sealed class AppointmentReminder()
    : AppointmentTemplate(
        "appointment-reminder",
        new("预约提醒", "your appointment is near"),
        new(
            "您预约的时间快到了，请携带材料按时到场；不能到场的，请提前取消或改期。",
            "Your appointment is near. Please come in time with your documents, or cancel or move it."
        )
    );

/// <summary>The office took the hours back.</summary>
public sealed class AppointmentWithdrawn()
    : AppointmentTemplate(
        "appointment-withdrawn",
        new("预约被机关取消", "your appointment was cancelled by the authority"),
        new(
            "您预约的时段已由机关停止办理，请登录平台另约时间。",
            "The authority has closed the hours you booked. Please sign in and choose others."
        )
    );
