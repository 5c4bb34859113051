using Beian.Web.Data;

namespace Beian.Web.Features.Services;

/// <summary>The filing behind an entry, by the entry's number; null where there is no such entry. Answered by the register, which lies to the left.</summary>
public delegate Task<Guid?> FindEntryFiling(AppDb db, string service, string number, CancellationToken stop);

/// <summary>
/// A filing the officer who is signed in may read, given by its id or by its 系统编号; null where there is none. Answered by the office,
/// which lies to the left; asked for officers only.
/// </summary>
public delegate Task<Guid?> FindOfficersFiling(string service, Guid? id, string number, CancellationToken stop);
