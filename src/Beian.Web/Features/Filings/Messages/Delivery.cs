using Beian.Definitions;
using Beian.Web.Channels;
using Beian.Web.Data;
using Beian.Web.Web;

namespace Beian.Web.Features.Filings.Messages;

/// <summary>A mail about a filing as filers and officers see it: what it was about and whether it got there.</summary>
public sealed class Delivery
{
    private Delivery(OutboxMessage message, Letter letter, bool isOpen)
    {
        (Id, FilingId, At, Recipient) = (message.Id, message.SubjectId, message.CreatedAt, message.Recipient);
        (IsRepeat, State) = (message.ResendOf is not null, message.State);
        (Title, Letter) = (letter.Title, letter);
        Words = Describe(message, isOpen);
        MayResend = !message.IsReplaced && (message.State != OutboxState.Waiting || message.Attempts > 0);
    }

    public Guid Id { get; }

    /// <summary>What it is about.</summary>
    public Guid FilingId { get; }

    /// <summary>When it was written.</summary>
    public DateTime At { get; }

    public string Recipient { get; }

    public LocalizedText Title { get; }

    /// <summary>Its text, for reading on the site.</summary>
    public Letter Letter { get; }

    public OutboxState State { get; }

    /// <summary>Whether somebody asked for it to be sent again.</summary>
    public bool IsRepeat { get; }

    /// <summary>Where it is, when it got there or why it did not, in plain words.</summary>
    public LocalizedText Words { get; }

    /// <summary>Whether sending it again makes sense: it is not about to leave anyway.</summary>
    public bool MayResend { get; }

    /// <summary>The class that colours it.</summary>
    public string Css =>
        State switch
        {
            OutboxState.Sent => "state state-approved",
            OutboxState.GivenUp => "state state-rejected",
            _ => "state state-submitted",
        };

    /// <summary>Its state in a word.</summary>
    public LocalizedText Mark =>
        State switch
        {
            OutboxState.Sent => new("已发送", "Sent"),
            OutboxState.GivenUp => new("没有送到", "Not delivered"),
            _ => new("等待发送", "Waiting"),
        };

    /// <param name="isOpen">Whether there is a mail server.</param>
    public static Delivery Of(OutboxMessage message, MailTemplates templates, bool isOpen) =>
        new(message, templates.Write(message), isOpen);

    private static LocalizedText Describe(OutboxMessage message, bool isOpen) =>
        message switch
        {
            { State: OutboxState.Sent, SentAt: { } at } => new($"{Time(at)} 已发送", $"sent {Time(at)}"),
            { IsReplaced: true } => new("已改为重新发送", "sent again instead"),
            { State: OutboxState.GivenUp } => Join(
                new(
                    $"试了 {message.Attempts} 次没有送到，不再自动重试。",
                    $"not delivered in {message.Attempts} tries; not tried any more."
                ),
                message.Failure
            ),
            { Attempts: > 0 } => Join(
                new(
                    $"第 {message.Attempts} 次没有送到，{Time(message.DueAt)} 再试。",
                    $"try {message.Attempts} failed; the next one is at {Time(message.DueAt)}."
                ),
                message.Failure
            ),
            _ when !isOpen => new("等待发送：本站还没有接通邮件服务器", "waiting: this site has no mail server yet"),
            _ => new("等待发送，通常几秒钟内发出", "waiting; it usually leaves within seconds"),
        };

    private static LocalizedText Join(LocalizedText what, OutboxFailure? failure) =>
        failure switch
        {
            OutboxFailure.Recipient => new(
                what.Zh + "原因：收件服务器说没有这个邮箱，或者拒收。请核对电子邮箱。",
                what.En + " The recipient's server knows no such mailbox or takes no mail for it: please check the address."
            ),
            OutboxFailure.Unreachable => new(
                what.Zh + "原因：暂时连不上邮件服务器。",
                what.En + " The mail server could not be reached for the moment."
            ),
            OutboxFailure.Refused => new(
                what.Zh + "原因：邮件服务器没有接受这封邮件。",
                what.En + " The mail server did not take this mail."
            ),
            _ => what,
        };

    private static string Time(DateTime utc) =>
        ChinaTime.At(utc).ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture);
}
