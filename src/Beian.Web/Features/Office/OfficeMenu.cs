using Beian.Web.Authorities;
using Beian.Web.Data;
using Beian.Web.Features.Account;
using Beian.Web.Features.Filings;
using Beian.Web.Features.Resets;
using Beian.Web.Features.Shared;
using Beian.Web.Features.Tickets;
using Beian.Web.Web;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Office;

/// <summary>The menu on the left of 主管部门端, with how many filings wait for this authority.</summary>
public sealed class OfficeMenu(AppDb db, Desk desk, Visitor visitor, AuthorityTree authorities, Texts t)
{
    public async Task<SideNav> ReadAsync(string? current, CancellationToken stop)
    {
        var own = desk.Officer.AuthorityId;
        var waiting = await db.Filings.CountAsync(f => f.AuthorityId == own && f.State == FilingState.Submitted, stop);
        var resets = await db.ResetRequests.CountAsync(
            r => r.HandlerId == own && r.State == ResetState.Waiting && (visitor.IsAdministrator || r.Kind == AccountKind.Enterprise),
            stop
        );
        var asked = await db.Tickets.CountAsync(q => q.AuthorityId == own && q.State == TicketState.Open, stop);
        return new(
            desk.Jurisdiction.Authority.Name,
            [
                new(t["首页待办", "To do"], Links.Office, current == "office"),
                new(t["备案审核", "Review"], Links.OfficeQueue, current == "queue", waiting),
                new(t["台账", "Ledger"], Links.OfficeLedger, current == "ledger"),
                new(t["逾期手续", "Overdue duties"], Links.OfficeDuties, current == "duties"),
                new(t["企业信息管理", "Enterprises"], Links.OfficeEnterprises, current == "enterprises"),
                .. authorities[own].Kind == "district"
                    ? Array.Empty<SideNavEntry>()
                    : [new(t["重置申请", "Reset requests"], Links.OfficeResets, current == "resets", resets)],
                new(t["预约管理", "Appointments"], Links.OfficeAppointments, current == "appointments"),
                new(t["企业咨询", "Questions"], Links.OfficeTickets, current == "tickets", asked),
                new(t["好差评", "Ratings"], Links.OfficeRatings, current == "ratings"),
                new(t["统计分析", "Statistics"], null),
                new(t["人民币汇率中间价", "Central parities"], Links.OfficeParities, current == "parities"),
                .. visitor.IsAdministrator
                    ? [new(t["系统管理", "Administration"], Links.OfficeOfficers, current == "administration")]
                    : Array.Empty<SideNavEntry>(),
            ]
        );
    }
}
