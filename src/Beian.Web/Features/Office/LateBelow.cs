namespace Beian.Web.Features.Office;

/// <summary>What an authority below is late with.</summary>
/// <param name="Late">How many filings have passed their due date.</param>
/// <param name="Oldest">The earliest of those dates.</param>
public sealed record LateBelow(string AuthorityId, int Late, DateOnly Oldest);
