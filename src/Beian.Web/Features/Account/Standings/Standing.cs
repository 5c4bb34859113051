namespace Beian.Web.Features.Account.Standings;

/// <summary>For which enterprise an account acts now, and what it may do: the one answer that every page and act of the enterprise's side goes by.</summary>
/// <param name="EnterpriseId">The enterprise, by the account it began with.</param>
/// <param name="Name">What the pages call it.</param>
public sealed record Standing(Guid EnterpriseId, string Name, MemberRole Role)
{
    /// <summary>Whether it may save, submit, withdraw and the like.</summary>
    public bool MayFile => Role != MemberRole.Reader;

    /// <summary>Whether it looks after members and mandates.</summary>
    public bool MayAdminister => Role == MemberRole.Administrator;
}
