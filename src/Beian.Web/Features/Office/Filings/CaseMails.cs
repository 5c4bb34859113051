using Beian.Web.Authorities;
using Beian.Web.Channels;
using Beian.Web.Data;
using Beian.Web.Features.Filings;

namespace Beian.Web.Features.Office.Filings;

/// <summary>What the filer is told of an act on the filing. Reasons are the officer's words; no personal numbers.</summary>
public sealed class CaseMails(AuthorityTree authorities)
{
    public void Returned(Case found, Decision decision, Process process) => Send("filing-returned", found, decision, null, process);

    public void Rejected(Case found, Decision decision, Process process) => Send("filing-rejected", found, decision, null, process);

    public void Transferred(Case found, Decision decision, Authority to, Process process) =>
        Send("filing-transferred", found, decision, to, process);

    public void Accepted(Case found, Process process)
    {
        if (found.Owner?.Email is not { Length: > 0 } email)
            return;
        var mail = FilingMails.About(found.Filing, found.Pack, authorities[found.Filing.AuthorityId]) with { DueOn = found.Filing.DueOn };
        process.Send(new OutboxMessage(MailChannel.Name, email, "filing-accepted", mail, found.Filing.Id, process.Now));
    }

    private void Send(string template, Case found, Decision decision, Authority? to, Process process)
    {
        if (found.Owner?.Email is not { Length: > 0 } email)
            return;
        var mail = FilingMails.About(found.Filing, found.Pack, authorities[decision.AuthorityId]) with
        {
            Reason = decision.Reason,
            Points = FilingMails.PointsOf(decision, found.Pack),
            Notice = decision.Outcome == Outcome.Rejected ? Remedies.Against(authorities[decision.AuthorityId]) : null,
            NewAuthority = to is null ? null : FilingMails.Contact(to),
        };
        process.Send(new OutboxMessage(MailChannel.Name, email, template, mail, found.Filing.Id, process.Now));
    }
}
