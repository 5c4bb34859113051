using Beian.Web.Data;

namespace Beian.Web.Features.Account;

/// <summary>
/// The accounts of the enterprise with a code, if a person is its legal representative. Filings and register lie to the left of accounts, so the program hands
/// them this answer.
/// </summary>
public delegate Task<IReadOnlyList<Account>> FindHolders(AppDb db, string code, string person, CancellationToken stop);
