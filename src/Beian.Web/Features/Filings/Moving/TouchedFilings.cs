using Beian.Definitions.Answers;
using Beian.Definitions.Packs;
using Beian.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Filings.Moving;

/// <summary>How many filings a change of a pack touches.</summary>
/// <param name="Drafts">Those never sent, which a migration would move.</param>
/// <param name="Filings">The others.</param>
public sealed record Touched(int Drafts, int Filings);

/// <summary>Counts the filings of a version that changes of its pack are about.</summary>
public sealed class TouchedFilings(AppDb db, Vault vault)
{
    private const int Batch = 500;

    /// <summary>One count for each change, in their order.</summary>
    public async Task<IReadOnlyList<Touched>> CountAsync(Pack pack, IReadOnlyList<PackChange> changes, CancellationToken stop)
    {
        var (drafts, filings) = (new int[changes.Count], new int[changes.Count]);
        var major = $"{pack.Version.Major}.";
        var all = await db
            .Filings.Where(f => f.Service == pack.Code && f.DefinitionVersion.StartsWith(major))
            .OrderBy(f => f.Id)
            .Select(f => f.Id)
            .ToListAsync(stop);
        // Only who asks for personal answers opens them.
        var personal = changes.Any(c => c.Touches.Fields?.Any(f => pack.Form.Find(f)?.Personal == true) == true);
        foreach (var ids in all.Chunk(Batch))
        {
            var some = await db.Filings.AsNoTracking().Where(f => ids.Contains(f.Id)).ToListAsync(stop);
            var files = await db
                .Attachments.AsNoTracking()
                .Where(a => ids.Contains(a.FilingId) && a.RemovedAt == null)
                .Select(a => new { a.FilingId, a.Code })
                .ToListAsync(stop);
            var codes = files.ToLookup(f => f.FilingId, f => f.Code);
            foreach (var filing in some)
            {
                var answers = SealedAnswers.Open(filing.Answers, personal ? filing.PersonalAnswers : null, filing.SubjectKey, vault);
                var counts = filing.State == FilingState.Draft ? drafts : filings;
                for (var i = 0; i < changes.Count; i++)
                    if (IsTouched(filing, pack, answers, codes[filing.Id], changes[i].Touches))
                        counts[i]++;
            }
        }
        return [.. drafts.Zip(filings, (d, f) => new Touched(d, f))];
    }

    private static bool IsTouched(Filing filing, Pack pack, AnswerSet answers, IEnumerable<string> files, ChangeTouch touches) =>
        !touches.Nobody
        && (touches.Route is null || filing.Route == touches.Route)
        && (touches.Attachment is null || files.Contains(touches.Attachment))
        && (touches.Fields is null || touches.Fields.Any(f => HasAnswer(pack, answers, f, touches.Answer)));

    private static bool HasAnswer(Pack pack, AnswerSet answers, string code, string? answer)
    {
        if (pack.Form.Find(code) is not { } field || field.IsBlank(answers))
            return false;
        // Of several choices one is enough; they stand side by side in one text.
        return answer is null || answers[code]?.Split(' ').Contains(answer) == true;
    }
}
