using Beian.Web.Authorities;
using Beian.Web.Data;
using Beian.Web.Features.Filings;
using Beian.Web.Features.Register;
using Beian.Web.Features.Resets;

namespace Beian.Web.Features.Office.Administration;

/// <summary>
/// Notes with each event at which authority it happened, so that the log of an office finds it: that of the filing, entry or officer it is
/// about, else that of who acts. Asks no database: an action has in hand what it is about.
/// </summary>
public sealed class PlaceProjection : Projection
{
    public override Task ApplyAsync(AppDb db, Process process, CancellationToken stop)
    {
        foreach (var happened in process.Events)
            happened.PlaceAt(AuthorityOf(db, happened) ?? process.Actor.AuthorityId);
        return Task.CompletedTask;
    }

    private static string? AuthorityOf(AppDb db, Event happened) =>
        happened.SubjectKind switch
        {
            "filing" => Tracked<Filing>(db, f => f.Id == happened.SubjectId)?.AuthorityId,
            "entry" => Tracked<RegisterEntry>(db, e => e.PublicId == happened.SubjectId)?.AuthorityId,
            "account" => Tracked<Account.Account>(db, a => a.Id == happened.SubjectId)?.AuthorityId,
            "reset" => Tracked<ResetRequest>(db, r => r.Id == happened.SubjectId)?.HandlerId,
            "authority" => Tracked<Authority>(db, a => a.ChangedAt == happened.At)?.Id,
            _ => null,
        };

    private static T? Tracked<T>(AppDb db, Func<T, bool> wanted)
        where T : class => db.ChangeTracker.Entries<T>().Select(e => e.Entity).FirstOrDefault(wanted);
}
