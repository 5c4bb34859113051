using Beian.Definitions.Answers;
using Beian.Definitions.Packs;
using Beian.Web.Data;
using Beian.Web.Features.Account;
using Beian.Web.Features.Filings;
using Beian.Web.Web;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Workbench;

/// <summary>The way into an application that asks for a user type and a profile: who is on it, and how far.</summary>
/// <param name="UserType">The type chosen; null before that.</param>
/// <param name="Standing">Where the profile of that type stands; null before that.</param>
public sealed record Entrance(Application Application, AddedApplication Added, UserType? UserType, ProfileStanding? Standing)
{
    /// <summary>Whether the profile was sent, so that the application can be used.</summary>
    public bool IsRegistered => Standing is { Confirmed: not null } or { Open.Revision: > 0 };

    /// <summary>Where one goes on.</summary>
    public string Next =>
        UserType is null ? Links.ApplicationPage(Application.Code, "user-type")
        : IsRegistered ? Links.Application(Application.Code)
        : Standing!.Open is null ? Links.ApplicationPage(Application.Code, "account")
        : Links.ApplicationPage(Application.Code, "profile");
}

/// <summary>请完善您的用户信息: the steps of the signed-in enterprise into an application.</summary>
public sealed class Entrances(
    AppDb db,
    Portal portal,
    Filer filer,
    Catalogue.Catalogue catalogue,
    Profiles profiles,
    Saving saving,
    Territories territories
)
{
    /// <summary>Where the enterprise stands; null where the application is unknown, asks nothing, or was not added.</summary>
    public async Task<Entrance?> FindAsync(string application, CancellationToken stop)
    {
        if (filer.EnterpriseId is not { } account || portal.FindApplication(application) is not { UserTypes.Count: > 0 } found)
            return null;
        if (
            await db.AddedApplications.SingleOrDefaultAsync(a => a.AccountId == account && a.Application == found.Code, stop)
            is not { } added
        )
            return null;
        // A type that was taken out of applications.yaml is chosen anew.
        var type = found.UserTypes.FirstOrDefault(t => t.Code == added.UserType && t.IsOpen && catalogue.Find(t.Profile!) is not null);
        if (type is not null && !filer.Covers(type.Profile!))
            return null;
        return new(found, added, type, type is null ? null : await profiles.FindAsync(type.Profile!, account, stop));
    }

    /// <summary>Whether the visitor may choose a type: a mandate for some services has to cover its profile.</summary>
    public bool MayChoose(UserType type) => type.IsOpen && filer.Covers(type.Profile!);

    /// <summary>请选择您的用户类型.</summary>
    /// <exception cref="Refused">The mandate does not reach it.</exception>
    public async Task ChooseAsync(Entrance entrance, UserType type, CancellationToken stop)
    {
        if (!MayChoose(type))
            throw new Refused(Filer.NotWithin);
        if (entrance.Added.UserType == type.Code)
            return;
        var process = filer.Begin("ChoosingUserType");
        entrance.Added.ChooseUserType(type.Code, process);
        await db.SaveAsync(process, stop);
    }

    /// <summary>Begins the profile as a draft, once whatever is pressed twice.</summary>
    /// <param name="id">Made with the page it is begun from.</param>
    public async Task BeginAsync(Entrance entrance, Guid id, CancellationToken stop)
    {
        if (entrance is not { UserType: { } type, Standing: { Open: null, Confirmed: null } })
            return;
        var pack = catalogue[type.Profile!];
        try
        {
            var draft = new Entry(pack, AnswerSet.Empty, []);
            await saving.CreateAsync(id, draft, territories.Undetermined, pack.Service.Routes[0].Code, stop);
        }
        catch (DbUpdateException) when (!stop.IsCancellationRequested)
        {
            db.ChangeTracker.Clear();
        }
    }
}
