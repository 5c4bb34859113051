using Beian.Definitions.Answers;
using Beian.Definitions.Packs;
using Beian.Web.Data;

namespace Beian.Web.Features.Filings.Signing;

/// <summary>Whether the signed sheet that was uploaded is the sheet of given answers.</summary>
/// <param name="Match">How they go together.</param>
/// <param name="Revision">The revision the uploaded sheet was printed for; null where that is not known.</param>
/// <param name="Sha256">The hash of the answers a sheet would print now.</param>
public sealed record SheetState(SheetMatch Match, int? Revision, string Sha256)
{
    /// <param name="attachments">All files of the filing.</param>
    /// <param name="stamp">What a sheet of the answers says of itself.</param>
    /// <returns>Null where the service asks for no signed sheet.</returns>
    public static SheetState? Of(Pack pack, IEnumerable<Attachment> attachments, SheetStamp stamp)
    {
        if (pack.Service.SignedSheet is not { } definition)
            return null;
        var scans = attachments.Where(a => a.Code == definition.Code).ToList();
        if (scans.Find(a => a.SheetSha256 == stamp.Sha256) is { } right)
            return new(SheetMatch.Matches, right.SheetRevision, stamp.Sha256);
        if (scans.FindLast(a => a.SheetSha256 is not null) is { } former)
            return new(SheetMatch.Outdated, former.SheetRevision, stamp.Sha256);
        var match =
            scans.Count == 0 ? SheetMatch.Missing
            : scans.Exists(a => a.Sheet == SheetFinding.OtherFiling) ? SheetMatch.OtherFiling
            : SheetMatch.Unread;
        return new(match, null, stamp.Sha256);
    }

    /// <summary>Takes a typed short code for the scans that could not be read.</summary>
    /// <returns>The problem, when it is not the code of the sheet; null when it is, or none was typed.</returns>
    public static Problem? Confirm(Pack pack, IEnumerable<Attachment> attachments, SheetStamp stamp, string code, Process process)
    {
        if (pack.Service.SignedSheet is not { } definition || code.Length == 0)
            return null;
        if (!stamp.IsCode(code))
            return SheetWords.WrongCode;
        foreach (var scan in attachments.Where(a => a.Code == definition.Code && (a.Sheet ?? SheetFinding.Unread) == SheetFinding.Unread))
            scan.Confirm(stamp, process);
        return null;
    }

    /// <summary>The stamp of the sheet that is to be signed for the next 上报 of answers as they were judged.</summary>
    public static SheetStamp StampOf(Pack pack, Filing filing, Evaluation evaluation) =>
        SheetStamp.Of(pack, filing.Number, filing.Revision + 1, Evaluator.DropIrrelevant(pack, evaluation));

    /// <summary>
    /// Whether a 上报 of these answers needs nothing more of the paper: it is the right one, or the printed answers are as they were sent. Where it is
    /// missing altogether, the pack says whether it must be there.
    /// </summary>
    /// <param name="sent">The hash of what the newest revision prints; null before the first.</param>
    public bool IsSettled(string? sent) => Match is SheetMatch.Matches or SheetMatch.Missing || sent == Sha256;

    /// <summary>Whether the sheet is known to be a wrong one. After the first 上报 that stops the next one, since the authority has a right one.</summary>
    public bool IsWrong => Match is SheetMatch.Outdated or SheetMatch.OtherFiling;
}
