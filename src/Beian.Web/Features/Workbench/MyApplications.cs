using Beian.Definitions.Packs;
using Beian.Web.Data;
using Beian.Web.Features.Account;
using Beian.Web.Features.Filings;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Workbench;

/// <summary>The applications of the enterprise that is signed in: those it added, and those it has filings or entries in.</summary>
public sealed class MyApplications(AppDb db, Portal portal, Filer filer, FindHeldEntries findHeld)
{
    private Guid EnterpriseId => filer.EnterpriseId!.Value;

    /// <summary>Its applications, in the order of applications.yaml.</summary>
    public async Task<IReadOnlyList<Application>> ReadAsync(CancellationToken stop)
    {
        var added = await AddedAsync(stop);
        var services = await db.FilingsOf(filer).Select(f => f.Service).Distinct().ToListAsync(stop);
        var held = (await findHeld(db, EnterpriseId, stop)).Select(e => e.Service).Where(filer.Covers);
        var own = services.Concat(held).ToHashSet(StringComparer.Ordinal);
        return [.. portal.Applications.Where(a => added.ContainsKey(a.Code) || a.Services.Any(own.Contains))];
    }

    /// <summary>Whether an application needs no 申请 any more: it was added, or it asks for no user type and there are filings in it.</summary>
    public static bool IsAdded(
        Application application,
        IReadOnlyDictionary<string, AddedApplication> added,
        IEnumerable<Application> mine
    ) => added.ContainsKey(application.Code) || (application.UserTypes.Count == 0 && mine.Contains(application));

    /// <summary>What it added, by the application's code.</summary>
    public async Task<IReadOnlyDictionary<string, AddedApplication>> AddedAsync(CancellationToken stop) =>
        await db.AddedApplications.AsNoTracking().Where(a => a.AccountId == EnterpriseId).ToDictionaryAsync(a => a.Application, stop);

    /// <summary>申请: adds an application, once however often it is pressed.</summary>
    public async Task AddAsync(Application application, CancellationToken stop)
    {
        if (await db.AddedApplications.AnyAsync(a => a.AccountId == EnterpriseId && a.Application == application.Code, stop))
            return;
        var process = filer.Begin("AddingApplication");
        db.Add(new AddedApplication(EnterpriseId, application.Code, process));
        try
        {
            await db.SaveAsync(process, stop);
        }
        catch (DbUpdateException) when (!stop.IsCancellationRequested)
        {
            // Pressed twice in the same moment: it is there.
            db.ChangeTracker.Clear();
            if (!await db.AddedApplications.AnyAsync(a => a.AccountId == EnterpriseId && a.Application == application.Code, stop))
                throw;
        }
    }
}
