using Beian.Web.Data;

namespace Beian.Web.Features.Account;

/// <summary>
/// Notes in the transaction of <paramref name="process"/> which company a new account says it is. Claims lie to the left of accounts, so the program
/// hands them this act.
/// </summary>
public delegate void ClaimCode(AppDb db, Guid account, string code, Process process);
