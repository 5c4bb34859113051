using Beian.Definitions.Packs;
using Beian.Web.Authorities;
using Beian.Web.Web;

namespace Beian.Web.Features.Filings;

/// <summary>Makes what pages say of a profile, and closes what waits for its confirmation.</summary>
public sealed class ProfileGates(Profiles profiles, Portal portal, Catalogue.Catalogue catalogue, AuthorityTree authorities, Urges urges)
{
    /// <summary>Where an account stands with a profile; null where the profile is not published.</summary>
    /// <param name="back">Where 催办 comes back to.</param>
    public async Task<ProfileGate?> FindAsync(string service, Guid account, string back, CancellationToken stop)
    {
        if (catalogue.Find(service) is not { } profile)
            return null;
        var standing = await profiles.FindAsync(service, account, stop);
        var application = portal.Applications.FirstOrDefault(a => a.UserTypes.Any(t => t.Profile == service));
        return new(
            profile,
            standing,
            standing.Open is { } open ? authorities[open.AuthorityId] : null,
            standing.Open is { State: FilingState.Submitted } waiting
                ? new(waiting.Id, await urges.IsUrgedTodayAsync(waiting.Id, stop), back)
                : null,
            application is null ? Links.Workbench : Links.ApplicationPage(application.Code, "profile")
        );
    }

    /// <summary>The gate in front of a service; null where it is open.</summary>
    /// <param name="account">Who wants to file; null: nobody is signed in, and whoever has no account has no profile.</param>
    public async Task<ProfileGate?> ClosedAsync(Pack pack, Guid? account, string back, CancellationToken stop) =>
        pack.Service.Profile is { MustBeConfirmed: true } use
        && account is { } owner
        && await FindAsync(use.Service, owner, back, stop) is { Standing.IsConfirmed: false } gate
            ? gate
            : null;
}
