using Beian.Web.Channels.Templates;

namespace Beian.Web.Channels;

/// <summary>What the channels bring into the program.</summary>
public static class ChannelsRoom
{
    public static void AddChannels(this IServiceCollection services)
    {
        services.AddSingleton<MailTemplate, AccessAskedFor>();
        services.AddSingleton<MailTemplate, AccountCreated>();
        services.AddSingleton<MailTemplate, DraftWaiting>();
        services.AddSingleton<MailTemplate, DutyReminder>();
        services.AddSingleton<MailTemplate, AccountOpened>();
        services.AddSingleton<MailTemplate, OfficerOpened>();
        services.AddSingleton<MailTemplate, AppointmentBooked>();
        services.AddSingleton<MailTemplate, AppointmentReminder>();
        services.AddSingleton<MailTemplate, AppointmentWithdrawn>();
        services.AddSingleton<MailTemplate, MandateAccepted>();
        services.AddSingleton<MailTemplate, MandateEnded>();
        services.AddSingleton<MailTemplate, MandateOffered>();
        services.AddSingleton<MailTemplate, MemberInvited>();
        services.AddSingleton<MailTemplate, PasswordLink>();
        services.AddSingleton<MailTemplate, UserNames>();
        services.AddSingleton<MailTemplate, EmailConfirmation>();
        services.AddSingleton<MailTemplate, EntryEnded>();
        services.AddSingleton<MailTemplate, FilingAccepted>();
        services.AddSingleton<MailTemplate, FilingApproved>();
        services.AddSingleton<MailTemplate, FilingRejected>();
        services.AddSingleton<MailTemplate, FilingReturned>();
        services.AddSingleton<MailTemplate, FilingSubmitted>();
        services.AddSingleton<MailTemplate, FilingTransferred>();
        services.AddSingleton<MailTemplate, FilingUrged>();
        services.AddSingleton<MailTemplate, FilingWithdrawn>();
        services.AddSingleton<MailTemplate, FilingsLate>();
        services.AddSingleton<MailTemplate, TicketAnswered>();
        services.AddSingleton<MailTemplates>();
        services.AddSingleton<MailChannel>();
        services.AddSingleton<Dispatcher>();
        services.AddHostedService<DispatchingService>();
    }
}
