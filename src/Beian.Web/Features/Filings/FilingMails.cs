using Beian.Definitions.Packs;
using Beian.Web.Authorities;
using Beian.Web.Channels;
using Beian.Web.Data;
using Beian.Web.Web;

namespace Beian.Web.Features.Filings;

/// <summary>The mails that filing causes. They say who must act next and whom to ask; never a password.</summary>
public sealed class FilingMails(AuthorityTree authorities, ProgressCodes codes)
{
    /// <summary>用户名 and 系统编号, right after the first save.</summary>
    public void AccountCreated(Account.Account account, Filing filing, Pack pack, Process process) =>
        Send("account-created", account, filing, pack, process, null);

    /// <summary>The receipt of a 上报.</summary>
    public void Submitted(Account.Account account, Filing filing, Pack pack, Revision revision, Process process) =>
        Send("filing-submitted", account, filing, pack, process, revision);

    /// <summary>The filer took the filing back.</summary>
    public void Withdrawn(Account.Account account, Filing filing, Pack pack, Process process) =>
        Send("filing-withdrawn", account, filing, pack, process, null);

    /// <summary>What every mail about a filing says.</summary>
    public static FilingMail About(Filing filing, Pack pack, Authority authority) =>
        new(pack.Service.Title, filing.SubjectName, filing.Number, Links.Filing(filing.Id), Contact(authority))
        {
            SheetName = pack.Service.SheetName,
            Kind = pack.Lifecycle.Find(filing.Kind) is { StartsFromEntry: true } kind ? kind.Label : null,
        };

    /// <summary>What a decision says of single fields and attachments.</summary>
    public static IReadOnlyList<FilingPoint> PointsOf(Decision decision, Pack pack)
    {
        var labels = pack
            .Form.Fields.Select(f => (f.Code, f.Label))
            .Concat(pack.Service.Attachments.Select(a => (a.Code, a.Label)))
            .ToDictionary(x => x.Code, x => x.Label);
        return [.. decision.ReadFieldReasons().Select(r => new FilingPoint(labels[r.Key], r.Value))];
    }

    /// <summary>Whom to ask.</summary>
    public static Contact Contact(Authority authority) => new(authority.Name, authority.Phone, authority.Address, authority.Hours);

    private void Send(string template, Account.Account account, Filing filing, Pack pack, Process process, Revision? revision)
    {
        if (account.Email is not { Length: > 0 } recipient)
            return;
        var mail = About(filing, pack, authorities[filing.AuthorityId]) with
        {
            UserName = account.UserName,
            ProgressCode = codes.Of(filing.Id),
            Revision = revision?.Number,
            Receipt = revision?.Sha256,
            DueOn = filing.DueOn,
        };
        process.Send(new OutboxMessage(MailChannel.Name, recipient, template, mail, filing.Id, process.Now));
    }
}
