using Beian.Web.Authorities;
using Beian.Web.Channels;
using Beian.Web.Channels.Templates;
using Beian.Web.Data;

namespace Beian.Web.Features.Appointments;

/// <summary>The mails about appointments.</summary>
public static class AppointmentMails
{
    /// <param name="template">appointment-booked, appointment-reminder, appointment-withdrawn.</param>
    public static void Send(
        string template,
        Appointment appointment,
        AppointmentSlot slot,
        Account.Account account,
        Authority authority,
        Process process
    )
    {
        if (account.Email is not { Length: > 0 } recipient)
            return;
        var mail = new AppointmentTemplate.Mail(
            account.DisplayName,
            appointment.Number,
            appointment.Matter,
            slot.Day,
            slot.Hours,
            slot.Place,
            authority.Name,
            authority.Phone,
            slot.Reason
        );
        process.Send(new OutboxMessage(MailChannel.Name, recipient, template, mail, appointment.Id, process.Now));
    }
}
