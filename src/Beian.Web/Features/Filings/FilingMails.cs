using Beian.Definitions.Packs;
using Beian.Web.Authorities;
using Beian.Web.Data;
using Beian.Web.Web;

namespace Beian.Web.Features.Filings;

/// <summary>The mails that filing causes. They say who must act next and whom to ask; never a password.</summary>
public sealed class FilingMails(AuthorityTree authorities, Texts texts)
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

    private void Send(string template, Account.Account account, Filing filing, Pack pack, Process process, Revision? revision)
    {
        if (account.Email is not { Length: > 0 } recipient)
            return;
        var authority = authorities[filing.AuthorityId];
        process.Send(
            new OutboxMessage(
                "mail",
                recipient,
                template,
                new
                {
                    Language = texts.HtmlLang,
                    account.UserName,
                    account.DisplayName,
                    Filing = filing.Id,
                    filing.Number,
                    Service = texts[pack.Service.Title],
                    Authority = authority.Name,
                    AuthorityPhone = authority.Phone,
                    AuthorityAddress = authority.Address,
                    AuthorityHours = authority.Hours,
                    Revision = revision?.Number,
                    Receipt = revision?.Sha256,
                    filing.DueOn,
                },
                filing.Id,
                process.Now
            )
        );
    }
}
