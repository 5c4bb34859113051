using Beian.Web.Data;

namespace Beian.Web.Features.Filings.Kinds;

/// <summary>Notes that what had to follow an entry's approval is done. Answered by the register, as <see cref="CodeHasEntry"/>.</summary>
public delegate Task MeetDuty(AppDb db, Guid entry, Process process, CancellationToken stop);
