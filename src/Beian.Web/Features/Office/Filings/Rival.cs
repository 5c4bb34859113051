using Beian.Web.Features.Filings;

namespace Beian.Web.Features.Office.Filings;

/// <summary>Another account's filing for the same enterprise code: the first one approved wins.</summary>
/// <param name="Readable">Whether it lies in the officer's jurisdiction; otherwise only where it is may be told.</param>
/// <param name="Differences">Where it reads differently from the case at hand; empty where it may not be read.</param>
public sealed record Rival(
    Guid Id,
    string Number,
    string Name,
    FilingState State,
    string AuthorityId,
    DateTime? SubmittedAt,
    bool Readable,
    IReadOnlyList<Difference> Differences
);
