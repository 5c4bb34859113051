using Beian.Web.Data;

namespace Beian.Web.Features.Filings;

/// <summary>
/// Whether a company code already has a valid entry in a service's register, under whichever of its codes. The register lies to the left of the filings,
/// so the program hands them its answer.
/// </summary>
public delegate Task<bool> CodeHasEntry(AppDb db, string service, string codeKey, CancellationToken stop);
