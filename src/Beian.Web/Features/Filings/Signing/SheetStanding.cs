using Beian.Definitions.Answers;
using Beian.Definitions.Packs;
using Beian.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Filings.Signing;

/// <summary>Where a filing stands with its signed sheet.</summary>
/// <param name="State">How the uploaded sheet and the answers go together.</param>
/// <param name="IsSettled">Whether a 上报 needs nothing more of the paper (<see cref="SheetState.IsSettled"/>).</param>
/// <param name="Stops">Whether it stops the next 上报: the authority has a right sheet of what was sent before, and shall not get a wrong one.</param>
public sealed record SheetStanding(SheetState State, bool IsSettled, bool Stops)
{
    /// <param name="attachments">All files of the filing.</param>
    /// <returns>Null where the service asks for no signed sheet.</returns>
    public static async Task<SheetStanding?> FindAsync(
        AppDb db,
        Filing filing,
        Pack pack,
        Evaluation evaluation,
        IReadOnlyList<Attachment> attachments,
        CancellationToken stop
    )
    {
        if (SheetState.Of(pack, attachments, SheetState.StampOf(pack, filing, evaluation)) is not { } state)
            return null;
        var sent =
            filing.Revision == 0
                ? null
                : await db
                    .Revisions.Where(r => r.FilingId == filing.Id && r.Number == filing.Revision)
                    .Select(r => r.SheetSha256)
                    .SingleOrDefaultAsync(stop);
        var settled = state.IsSettled(sent);
        return new(state, settled, state.IsWrong && !settled && filing.Revision > 0);
    }
}
