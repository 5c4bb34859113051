using Beian.Web.Channels;
using Beian.Web.Data;
using Beian.Web.Features.Account;
using Beian.Web.Features.Account.Standings;
using Beian.Web.Features.Filings;
using Beian.Web.Web;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Enterprise.Mandates;

/// <summary>A mandate as lists show it.</summary>
/// <param name="AgencyName">Null while nobody accepted it.</param>
public sealed record MandateRow(Mandate Mandate, string PrincipalName, string? AgencyName);

/// <summary>What an enterprise sees of mandates, and does with them.</summary>
public sealed class MandateDesk(AppDb db, Visitor visitor, Catalogue.Catalogue catalogue, TimeProvider clock)
{
    /// <summary>No enterprise gives more at once.</summary>
    public const int MostOpen = 20;

    public const int PageSize = 20;

    public DateOnly Today => clock.Today();

    /// <summary>What an enterprise gave, newest first.</summary>
    public Task<IReadOnlyList<MandateRow>> GivenAsync(Guid enterprise, Guid? before, CancellationToken stop) =>
        ReadAsync(db.Mandates.Where(m => m.PrincipalId == enterprise), before, stop);

    /// <summary>What was given or is offered to an enterprise, newest first.</summary>
    public async Task<IReadOnlyList<MandateRow>> ReceivedAsync(Guid enterprise, Guid? before, CancellationToken stop) =>
        await ReadAsync(await ReceivedByAsync(enterprise, stop), before, stop);

    /// <summary>A mandate an enterprise sees, on which side, to be changed; null: for it there is none.</summary>
    public async Task<(Mandate Mandate, MandateSide Side)?> FindAsync(Guid id, Guid enterprise, CancellationToken stop)
    {
        if (await db.Mandates.SingleOrDefaultAsync(m => m.Id == id && m.PrincipalId == enterprise, stop) is { } given)
            return (given, MandateSide.Principal);
        return await (await ReceivedByAsync(enterprise, stop)).SingleOrDefaultAsync(m => m.Id == id, stop) is { } received
            ? (received, MandateSide.Agency)
            : null;
    }

    /// <summary>Gives a mandate and tells whoever has the code, if anybody, within the transaction of <paramref name="process"/>.</summary>
    /// <exception cref="Refused">There are too many, or one for this agency is open already.</exception>
    public async Task<Mandate> GiveAsync(
        Standing principal,
        string agencyCode,
        IReadOnlyCollection<string> services,
        DateOnly first,
        DateOnly last,
        Process process,
        CancellationToken stop
    )
    {
        var (key, today) = (Subject.KeyOf(agencyCode), Today);
        var open = await db
            .Mandates.Where(m => m.PrincipalId == principal.EnterpriseId && m.EndedAt == null && m.LastDay >= today)
            .Select(m => m.AgencyCodeKey)
            .ToListAsync(stop);
        if (open.Count >= MostOpen)
            throw new Refused(new("未终止的委托已经很多了，请先终止不需要的。", "There are many mandates already; end some first."));
        if (open.Contains(key))
            throw new Refused(
                new(
                    "对这家企业已有未终止的委托，请先终止再重新委托。",
                    "This enterprise has a mandate already; end it before you give another."
                )
            );
        var mandate = new Mandate(principal.EnterpriseId, agencyCode, key, services, first, last, process);
        db.Add(mandate);
        foreach (var agency in await db.FindEnterprisesWithAsync(key, [.. catalogue.Packs.Select(p => p.Code)], stop))
            await TellAsync("mandate-offered", agency, principal.Name, mandate, process, stop);
        return mandate;
    }

    public async Task AcceptAsync(Mandate mandate, Guid agency, Process process, CancellationToken stop)
    {
        mandate.Accept(agency, Today, process);
        await TellAsync("mandate-accepted", mandate.PrincipalId, await NameOfAsync(agency, stop), mandate, process, stop);
    }

    /// <summary>Ends it for one side; the other is told.</summary>
    public async Task EndAsync(Mandate mandate, MandateSide side, Guid own, Process process, CancellationToken stop)
    {
        mandate.End(side, side == MandateSide.Agency ? own : mandate.AgencyId, Today, process);
        if ((side == MandateSide.Agency ? mandate.PrincipalId : mandate.AgencyId) is { } other)
            await TellAsync("mandate-ended", other, await NameOfAsync(own, stop), mandate, process, stop);
    }

    /// <summary>From now on this session files by a mandate; null: for the own enterprise again.</summary>
    public async Task ActAsync(Guid? mandate, Process process, CancellationToken stop)
    {
        var session = await db.Sessions.SingleAsync(s => s.Id == visitor.SessionId, stop);
        session.ActBy(mandate);
        await db.SaveAsync(process, stop);
    }

    private async Task<IQueryable<Mandate>> ReceivedByAsync(Guid enterprise, CancellationToken stop)
    {
        var keys = await db.FindCodeKeysAsync(enterprise, stop);
        var today = Today;
        return db.Mandates.Where(m =>
            m.AgencyId == enterprise
            || (
                m.AgencyId == null
                && m.EndedAt == null
                && m.LastDay >= today
                && m.PrincipalId != enterprise
                && keys.Contains(m.AgencyCodeKey)
            )
        );
    }

    private async Task<IReadOnlyList<MandateRow>> ReadAsync(IQueryable<Mandate> mandates, Guid? before, CancellationToken stop)
    {
        if (before is { } last)
            mandates = mandates.Where(m => m.Id.CompareTo(last) < 0);
        var accounts = db.Accounts;
        return await mandates
            .AsNoTracking()
            .OrderByDescending(m => m.Id)
            .Take(PageSize + 1)
            .Select(m => new MandateRow(
                m,
                accounts.Where(a => a.Id == m.PrincipalId).Select(a => a.DisplayName).First(),
                accounts.Where(a => a.Id == m.AgencyId).Select(a => a.DisplayName).FirstOrDefault()
            ))
            .ToListAsync(stop);
    }

    public Task<string> NameOfAsync(Guid enterprise, CancellationToken stop) =>
        db.Accounts.Where(a => a.Id == enterprise).Select(a => a.DisplayName).SingleAsync(stop);

    private async Task TellAsync(string template, Guid enterprise, string other, Mandate mandate, Process process, CancellationToken stop)
    {
        if (await db.FindCorrespondentAsync(enterprise, stop) is { Email.Length: > 0 } account)
            process.Send(
                new OutboxMessage(
                    MailChannel.Name,
                    account.Email!,
                    template,
                    new
                    {
                        name = account.DisplayName,
                        other,
                        firstDay = mandate.FirstDay,
                        lastDay = mandate.LastDay,
                    },
                    mandate.Id,
                    process.Now
                )
            );
    }
}
