using Beian.Web.Data;

namespace Beian.Web.Features.Filings;

/// <summary>Those of some approved filings whose entry is valid. Answered by the register, which lies to the left.</summary>
public delegate Task<IReadOnlySet<Guid>> FindHoldingFilings(AppDb db, IReadOnlyList<Guid> filings, CancellationToken stop);
