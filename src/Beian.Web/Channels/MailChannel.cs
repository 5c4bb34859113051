using System.Net;
using System.Net.Mail;
using System.Text;
using Beian.Web.Data;
using Beian.Web.Web;
using Microsoft.Extensions.Options;

namespace Beian.Web.Channels;

/// <summary>Sends mail by the server of the settings.</summary>
public sealed class MailChannel(Settings settings, IOptions<Site> site, MailTemplates templates)
{
    /// <summary>The channel's name in the outbox.</summary>
    public const string Name = "mail";

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    /// <summary>Whether there is a mail server; without one, mails wait in the outbox.</summary>
    public bool IsOpen => settings.Mail.Host.Length > 0;

    /// <summary>What a fault of <see cref="SendAsync"/> means.</summary>
    public static OutboxFailure Explain(Exception fault) =>
        fault switch
        {
            SmtpFailedRecipientException or FormatException => OutboxFailure.Recipient,
            SmtpException { StatusCode: SmtpStatusCode.GeneralFailure } or OperationCanceledException => OutboxFailure.Unreachable,
            _ => OutboxFailure.Refused,
        };

    public async Task SendAsync(OutboxMessage message, CancellationToken stop)
    {
        var letter = templates.Write(message);
        using var mail = new MailMessage(
            new MailAddress(settings.Mail.From, site.Value.Title.Zh, Encoding.UTF8),
            new MailAddress(message.Recipient)
        )
        {
            Subject = letter.Subject,
            SubjectEncoding = Encoding.UTF8,
            Body = letter.Text,
            BodyEncoding = Encoding.UTF8,
        };
        // The same id however often it is tried, so that a mail sent twice after a crash is seen to be one.
        mail.Headers.Add("Message-ID", $"<{message.Id:N}@{mail.From!.Host}>");
        mail.Headers.Add("Auto-Submitted", "auto-generated");
        using var client = new SmtpClient(settings.Mail.Host, settings.Mail.Port) { EnableSsl = settings.Mail.StartTls };
        if (settings.Mail.UserName.Length > 0)
            client.Credentials = new NetworkCredential(settings.Mail.UserName, settings.Mail.Password);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(Longest);
        await client.SendMailAsync(mail, limit.Token);
    }
}
