namespace Beian.Web.Features.Account.Standings;

/// <summary>For which enterprise an account acts now, and what it may do: the one answer that every page and act of the enterprise's side goes by.</summary>
/// <param name="EnterpriseId">The enterprise, by the account it began with.</param>
/// <param name="Name">What the pages call it.</param>
/// <param name="Mandate">By which mandate it acts for another enterprise; null: for its own.</param>
public sealed record Standing(Guid EnterpriseId, string Name, MemberRole Role, ActingMandate? Mandate = null)
{
    /// <summary>The enterprise it has its role at: by a mandate the agency.</summary>
    public string HomeName => Mandate?.AgencyName ?? Name;

    /// <summary>Whether it may save, submit, withdraw and the like.</summary>
    public bool MayFile => Role != MemberRole.Reader;

    /// <summary>Whether it looks after members and mandates; a mandate never reaches so far.</summary>
    public bool MayAdminister => Role == MemberRole.Administrator && Mandate is null;

    /// <summary>Whether it reaches all the enterprise has, and not only some services.</summary>
    public bool IsWhole => Mandate is null or { Services.Count: 0 };

    /// <summary>Whether a service is within it.</summary>
    public bool Covers(string service) => IsWhole || Mandate!.Services.Contains(service);

    /// <summary>How the trail calls somebody who acts so: a mandate is named with both enterprises.</summary>
    public string SignatureOf(string name) => Mandate is { } mandate ? $"{name}（{mandate.AgencyName}，代{Name}办理）" : name;
}

/// <summary>The mandate somebody acts by.</summary>
/// <param name="AgencyName">The enterprise that acts.</param>
/// <param name="Services">The services it is for; empty: all.</param>
public sealed record ActingMandate(Guid Id, string AgencyName, IReadOnlyList<string> Services, DateOnly LastDay);
