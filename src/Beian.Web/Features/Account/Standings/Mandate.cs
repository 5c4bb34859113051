using Beian.Web.Data;
using Beian.Web.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Beian.Web.Features.Account.Standings;

/// <summary>How far a mandate has come.</summary>
public enum MandateState
{
    /// <summary>Given, not yet accepted.</summary>
    Offered,

    /// <summary>Accepted, and its first day is still to come.</summary>
    Upcoming,

    InForce,

    /// <summary>Its last day is over.</summary>
    Expired,

    /// <summary>One of the two ended it, or the agency did not accept it.</summary>
    Ended,
}

/// <summary>Which of the two sides.</summary>
public enum MandateSide
{
    Principal,
    Agency,
}

/// <summary>
/// 委托代办: an enterprise (the principal) lets another (the agency) file for it, from a day to a day. It is offered to whoever has a code, so that giving one
/// tells nobody who is here; whoever accepts it is the agency. Both sides see it, and either may end it.
/// </summary>
public sealed class Mandate
{
    /// <summary>Longer a mandate does not last.</summary>
    public const int MostYears = 3;

    /// <summary>What its events are about: the enterprise on either side.</summary>
    public const string SubjectKind = "enterprise";

    private const char Mark = ',';

    private Mandate() { }

    /// <param name="services">The services it is for; empty: all.</param>
    public Mandate(
        Guid principal,
        string agencyCode,
        string agencyCodeKey,
        IReadOnlyCollection<string> services,
        DateOnly firstDay,
        DateOnly lastDay,
        Process process
    )
    {
        Id = Guid.CreateVersion7();
        PrincipalId = principal;
        (AgencyCode, AgencyCodeKey) = (agencyCode, agencyCodeKey);
        Services = string.Join(Mark, services);
        (FirstDay, LastDay) = (firstDay, lastDay);
        CreatedAt = process.Now;
        process.Record("MandateGiven", SubjectKind, principal, new { mandate = Id });
    }

    public Guid Id { get; private set; }

    public Guid PrincipalId { get; private set; }

    /// <summary>The agency's code, as the principal typed it.</summary>
    public string AgencyCode { get; private set; } = "";

    /// <summary>The code as claims compare it.</summary>
    public string AgencyCodeKey { get; private set; } = "";

    /// <summary>The enterprise that accepted it; null before.</summary>
    public Guid? AgencyId { get; private set; }

    /// <summary>The codes of the services it is for, by commas; empty: all.</summary>
    public string Services { get; private set; } = "";

    /// <summary>In China.</summary>
    public DateOnly FirstDay { get; private set; }

    /// <summary>In China; it is in force on it.</summary>
    public DateOnly LastDay { get; private set; }

    public DateTime CreatedAt { get; private set; }

    public DateTime? AcceptedAt { get; private set; }

    public DateTime? EndedAt { get; private set; }

    public MandateSide? EndedBy { get; private set; }

    /// <summary>Concurrency token.</summary>
    public int Version { get; private set; } = 1;

    public MandateState StateOn(DateOnly today) =>
        EndedAt is not null ? MandateState.Ended
        : today > LastDay ? MandateState.Expired
        : AcceptedAt is null ? MandateState.Offered
        : today < FirstDay ? MandateState.Upcoming
        : MandateState.InForce;

    /// <summary>Whether either side can still end it.</summary>
    public bool IsOpenOn(DateOnly today) => StateOn(today) is not (MandateState.Ended or MandateState.Expired);

    /// <summary>The codes of the services; empty: all.</summary>
    public static IReadOnlyList<string> ReadServices(string services) => services.Split(Mark, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Whether a service is within it.</summary>
    public bool Covers(string service) => ReadServices(Services) is var services && (services.Count == 0 || services.Contains(service));

    /// <summary>The agency takes it on.</summary>
    public void Accept(Guid agency, DateOnly today, Process process)
    {
        if (StateOn(today) != MandateState.Offered)
            throw Changed;
        if (agency == PrincipalId)
            throw new Refused(new("不能委托本企业自己。", "An enterprise gives itself no mandate."));
        (AgencyId, AcceptedAt) = (agency, process.Now);
        Record("MandateAccepted", agency, process);
    }

    /// <summary>One of the two ends it; before it was accepted that takes the offer back, or refuses it.</summary>
    /// <param name="agency">The agency, or whoever it was offered to; null: the principal ends what nobody accepted.</param>
    public void End(MandateSide side, Guid? agency, DateOnly today, Process process)
    {
        if (!IsOpenOn(today))
            throw Changed;
        (EndedAt, EndedBy) = (process.Now, side);
        Record("MandateEnded", agency, process);
    }

    private static Refused Changed =>
        new(new("这份委托的状态刚刚变了，请看过最新情况再试。", "This mandate has changed; look at it anew and try again."));

    // On both sides' pages.
    private void Record(string kind, Guid? agency, Process process)
    {
        Version++;
        var data = new
        {
            mandate = Id,
            principal = PrincipalId,
            agency,
        };
        process.Record(kind, SubjectKind, PrincipalId, data);
        if (agency is { } other)
            process.Record(kind, SubjectKind, other, data);
    }

    private sealed class Configuration : IEntityTypeConfiguration<Mandate>
    {
        public void Configure(EntityTypeBuilder<Mandate> entity)
        {
            entity.ToTable("mandates");
            entity.Property(m => m.Version).IsConcurrencyToken();
            entity.HasIndex(m => new { m.PrincipalId, m.Id });
            entity.HasIndex(m => new { m.AgencyId, m.Id });
            entity.HasIndex(m => new { m.AgencyCodeKey, m.Id });
            entity.HasOne<Account>().WithMany().HasForeignKey(m => m.PrincipalId);
            entity.HasOne<Account>().WithMany().HasForeignKey(m => m.AgencyId);
        }
    }
}
