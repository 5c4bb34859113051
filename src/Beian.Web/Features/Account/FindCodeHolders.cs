using Beian.Web.Data;

namespace Beian.Web.Features.Account;

/// <summary>
/// The accounts that an authority confirmed to be the enterprise with a 13-digit code; two at most, for two are one too many. The register lies to the left
/// of accounts, so the program hands them this answer.
/// </summary>
public delegate Task<IReadOnlyList<Guid>> FindCodeHolders(AppDb db, string code, CancellationToken stop);
