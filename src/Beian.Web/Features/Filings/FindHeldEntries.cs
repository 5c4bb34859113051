using Beian.Definitions;
using Beian.Web.Data;

namespace Beian.Web.Features.Filings;

/// <summary>An entry an account holds without having filed it here: taken over from the former system.</summary>
/// <param name="Id">Its id, which does not change.</param>
/// <param name="Number">登记表编号.</param>
/// <param name="Code">The 13-digit code.</param>
/// <param name="State">Whether it holds, in words.</param>
/// <param name="IsValid">Whether it may be changed.</param>
public sealed record HeldEntry(
    Guid Id,
    string Service,
    string Number,
    string Code,
    string Name,
    string AuthorityId,
    LocalizedText State,
    bool IsValid,
    DateTime ApprovedAt
);

/// <summary>The entries of an account that no filing of its own stands behind, newest first. Answered by the register, as <see cref="CodeHasEntry"/>.</summary>
public delegate Task<IReadOnlyList<HeldEntry>> FindHeldEntries(AppDb db, Guid account, CancellationToken stop);
