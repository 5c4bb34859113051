namespace Beian.Web.Features.Filings;

/// <summary>The button 催办 of a filing that waits.</summary>
/// <param name="IsUrged">Whether it was pressed today.</param>
/// <param name="Back">Where to come back to.</param>
public sealed record UrgeView(Guid Filing, bool IsUrged, string Back);
