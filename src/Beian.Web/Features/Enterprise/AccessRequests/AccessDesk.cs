using Beian.Web.Channels;
using Beian.Web.Data;
using Beian.Web.Features.Account.Standings;
using Beian.Web.Features.Filings;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Enterprise.AccessRequests;

/// <summary>A request with its contact, as administrators read it.</summary>
public sealed record AskedAccess(Guid Id, AccessContact Contact, DateTime At);

/// <summary>Takes requests for access in and brings them to the administrators they are for.</summary>
public sealed class AccessDesk(AppDb db, Vault vault, Catalogue.Catalogue catalogue)
{
    /// <summary>So many wait for one code; what more is asked is answered alike and adds nothing.</summary>
    public const int MostOpen = 10;

    /// <summary>Keeps a request and tells the administrators, if there are any, in the transaction of <paramref name="process"/>.</summary>
    public async Task AskAsync(string code, AccessContact contact, Process process, CancellationToken stop)
    {
        var key = Subject.KeyOf(code);
        var oldest = process.Now - AccessRequest.Lifetime;
        var open = await db.AccessRequests.Where(r => r.CodeKey == key && r.EndedAt == null && r.CreatedAt >= oldest).ToListAsync(stop);
        if (
            open.Count >= MostOpen
            || open.Exists(r => string.Equals(r.Open(vault).Email, contact.Email, StringComparison.OrdinalIgnoreCase))
        )
            return;
        var request = new AccessRequest(key, contact, vault, process.Now);
        db.Add(request);
        foreach (var enterprise in await db.FindEnterprisesWithAsync(key, [.. catalogue.Packs.Select(p => p.Code)], stop))
        {
            process.Record("AccessAskedFor", EnterpriseActs.SubjectKind, enterprise, new { request = request.Id });
            if (await db.FindCorrespondentAsync(enterprise, stop) is { Email.Length: > 0 } administrator)
                process.Send(
                    new OutboxMessage(
                        MailChannel.Name,
                        administrator.Email!,
                        "access-asked-for",
                        new { name = administrator.DisplayName },
                        request.Id,
                        process.Now
                    )
                );
        }
    }

    /// <summary>What waits for an enterprise's administrators, the oldest first.</summary>
    public async Task<IReadOnlyList<AskedAccess>> WaitingAsync(Guid enterprise, DateTime now, CancellationToken stop) =>
        [
            .. (await (await OpenOfAsync(enterprise, now, stop)).OrderBy(r => r.Id).Take(MostOpen).ToListAsync(stop)).Select(
                r => new AskedAccess(r.Id, r.Open(vault), r.CreatedAt)
            ),
        ];

    /// <summary>A request an enterprise's administrators may answer; null: for them there is none.</summary>
    public async Task<AccessRequest?> FindAsync(Guid id, Guid enterprise, DateTime now, CancellationToken stop) =>
        await (await OfAsync(enterprise, now, stop)).SingleOrDefaultAsync(r => r.Id == id, stop);

    public AccessContact ContactOf(AccessRequest request) => request.Open(vault);

    private async Task<IQueryable<AccessRequest>> OpenOfAsync(Guid enterprise, DateTime now, CancellationToken stop) =>
        (await OfAsync(enterprise, now, stop)).Where(r => r.EndedAt == null);

    private async Task<IQueryable<AccessRequest>> OfAsync(Guid enterprise, DateTime now, CancellationToken stop)
    {
        var keys = await db.FindCodeKeysAsync(enterprise, stop);
        var oldest = now - AccessRequest.Lifetime;
        return db.AccessRequests.Where(r => keys.Contains(r.CodeKey) && r.CreatedAt >= oldest);
    }
}
