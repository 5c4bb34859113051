namespace Beian.Web.Features.Office.Filings;

/// <summary>How an officer looks at a case.</summary>
/// <param name="Revision">The revision to show; null: the newest sent.</param>
/// <param name="Against">The revision it is compared with; null: the one before it.</param>
/// <param name="File">The attachment to show beside the answers.</param>
/// <param name="Reveal">Whether personal numbers are shown whole this time.</param>
public sealed record CaseView(int? Revision = null, int? Against = null, Guid? File = null, bool Reveal = false)
{
    /// <summary>As a case is opened.</summary>
    public static CaseView Plain { get; } = new();
}
