using Beian.Web.Data;

namespace Beian.Web.Features.Filings;

/// <summary>What an approval gave a filing: 登记表编号 and the 13-digit code.</summary>
public sealed record EntryNumbers(string Number, string Code);

/// <summary>The numbers of the entry a filing became; null where it became none. Answered by the register, as <see cref="CodeHasEntry"/>.</summary>
public delegate Task<EntryNumbers?> FindEntryNumbers(AppDb db, Guid filing, CancellationToken stop);
