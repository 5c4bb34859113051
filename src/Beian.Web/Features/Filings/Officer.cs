namespace Beian.Web.Features.Filings;

/// <summary>The officer who acts, at the authority he or she acts for.</summary>
public sealed record Officer(Guid AccountId, string Name, string AuthorityId);
