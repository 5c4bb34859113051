using Beian.Web.Authorities;
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

    private void Send(string template, Case found, Decision decision, Authority? to, Process process)
    {
        if (found.Owner.Email is not { Length: > 0 } email)
            return;
        var authority = authorities[decision.AuthorityId];
        var labels = found
            .Pack.Form.Fields.Select(f => (f.Code, Label: f.Label.Zh))
            .Concat(found.Pack.Service.Attachments.Select(a => (a.Code, Label: a.Label.Zh)))
            .ToDictionary(x => x.Code, x => x.Label);
        process.Send(
            new OutboxMessage(
                "mail",
                email,
                template,
                new
                {
                    service = found.Pack.Service.Title.Zh,
                    name = found.Filing.SubjectName,
                    number = found.Filing.Number,
                    path = $"/filings/{found.Filing.Id}",
                    reason = decision.Reason,
                    points = decision.ReadFieldReasons().Select(r => new { label = labels[r.Key], text = r.Value }),
                    notice = decision.Outcome == Outcome.Rejected ? Remedies.Notice.Zh : null,
                    authority = authority.Name,
                    phone = authority.Phone,
                    to = to?.Name,
                },
                found.Filing.Id,
                process.Now
            )
        );
    }
}
